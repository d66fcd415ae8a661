package dev.layered.failure;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong, said so that a stranger can mend it.
 *
 * <p>The three texts are data until they are printed; tests assert on them, not on the printed form. Values that
 * come from files, servers or the pom are put in through {@link Shown}.
 *
 * @param id the stable name of this kind of problem, a heading of {@code docs/errors.md}, e.g. {@code base-platform}
 * @param what what happened, with the offending value in single quotes; one sentence
 * @param where the pom element with file and line, the file, or the request
 * @param fix one action, preferably one that can be pasted
 */
public record Problem(String id, String what, String where, String fix) {

    /** Checks that no part is missing. */
    public Problem {
        requireNonNull(id, "id");
        requireNonNull(what, "what");
        requireNonNull(where, "where");
        requireNonNull(fix, "fix");
    }

    /** Returns this problem with another place, for a caller that knows the pom element of a value. */
    public Problem at(String place) {
        return new Problem(id, what, place, fix);
    }

    /** Returns the three lines that users read. */
    public String text() {
        return what + " [" + id + "]\n  where: " + where + "\n  fix:   " + fix;
    }
}
