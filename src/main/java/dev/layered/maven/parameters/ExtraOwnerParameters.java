package dev.layered.maven.parameters;

import dev.layered.extra.OwnerRule;
import dev.layered.failure.Shown;
import dev.layered.folder.Glob;
import dev.layered.maven.configuration.Reading;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code <owner>} of the extra directories. */
public final class ExtraOwnerParameters {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,10})(?::([0-9]{1,10}))?");

    /** The highest number but the one that stands for none. */
    private static final long HIGHEST = 0xFFFF_FFFEL;

    /** A pattern of absolute paths in the image. No default. Example: {@code /home/app/**}. */
    String file = "";

    /** The user, and if wanted the group, as numbers. No default. Example: {@code 10001:10001}. */
    String user = "";

    /** Takes the short form, {@code file=user}. */
    public void set(String shortForm) {
        Pair pair = Pair.of(shortForm);
        file = pair.name();
        user = pair.value();
    }

    /** Returns the rule; empty where a mistake was noted. */
    Optional<OwnerRule> rule(Reading owner) {
        Optional<Glob> files = owner.at("file").value(() -> Glob.parse(file.strip()));
        Matcher form = FORM.matcher(user.strip());
        long uid = form.matches() ? Long.parseLong(form.group(1)) : HIGHEST + 1;
        long gid = !form.matches() || form.group(2) == null ? 0 : Long.parseLong(form.group(2));
        if (uid > HIGHEST || gid > HIGHEST) {
            owner.at("user")
                    .mistake(
                            "owner-form",
                            Shown.quoted(user) + " is not the number of a user, or of a user and a group.",
                            "write numbers, e.g. 10001 or 10001:10001; names are not known here: those of the base"
                                    + " image are in its /etc/passwd");
            return Optional.empty();
        }
        String place = owner.place().place();
        return files.map(glob -> new OwnerRule(glob, uid, gid, place));
    }
}
