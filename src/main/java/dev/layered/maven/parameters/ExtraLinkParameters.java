package dev.layered.maven.parameters;

import dev.layered.extra.ExtraLink;
import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import java.util.Optional;

/** One {@code <link>} of the extra directories: a symbolic link to make. */
public final class ExtraLinkParameters {

    /** The absolute path of the link in the image. No default. Example: {@code /usr/local/bin/cart}. */
    String path = "";

    /** What it points to, as it is to be written. No default. Example: {@code /app/bin/cart}. */
    String target = "";

    /** Takes the short form, {@code path=target}. */
    public void set(String shortForm) {
        Pair pair = Pair.of(shortForm);
        path = pair.name();
        target = pair.value();
    }

    /** Returns the link. */
    Optional<ExtraLink> link(Reading link) {
        String read = UnixPath.read(path, link.at("path"));
        if (target.isBlank()) {
            link.mistake(
                    "link-target",
                    "The link " + Shown.quoted(path) + " has no target.",
                    "name what it points to in <target>");
            return Optional.empty();
        }
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExtraLink(read, target.strip(), link.place().place()));
    }
}
