package dev.layered.failure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one exception that users see; carries every problem found, not only the first.
 *
 * <p>Whether the user or the outside world is to blame decides which of Maven's two exceptions it becomes.
 */
public final class LayeredFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final boolean outside;

    private LayeredFailure(List<Problem> problems, boolean outside, Throwable cause) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n\n")), cause);
        this.problems = problems;
        this.outside = outside;
    }

    /** Returns a failure that the user can mend in the pom, the project or the command. */
    public static LayeredFailure mistake(String id, String what, String where, String fix) {
        return new LayeredFailure(List.of(new Problem(id, what, where, fix)), false, null);
    }

    /** Returns a failure that holds all the given mistakes, of which there is at least one. */
    public static LayeredFailure mistakes(List<Problem> problems) {
        return new LayeredFailure(List.copyOf(problems), false, null);
    }

    /** Returns a failure of the outside world: a disk, a file, a server. {@code cause} may be null. */
    public static LayeredFailure outside(Problem problem, Throwable cause) {
        return new LayeredFailure(List.of(problem), true, cause);
    }

    /** Returns what is wrong, in the order it was found; never empty. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether the outside world failed, so that the same command may succeed later without a change. */
    public boolean isOutside() {
        return outside;
    }

    /** Returns this failure with another place on each problem, for a caller that knows the pom element. */
    public LayeredFailure at(String place) {
        return new LayeredFailure(problems.stream().map(p -> p.at(place)).toList(), outside, getCause());
    }
}
