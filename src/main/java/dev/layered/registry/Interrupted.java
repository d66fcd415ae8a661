package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;

/** What happens to a thread that is told to stop while it waits for a registry. */
final class Interrupted {

    private Interrupted() {}

    /** Keeps the thread's mark and returns what to throw. */
    static LayeredFailure here() {
        Thread.currentThread().interrupt();
        Problem problem = new Problem(
                "registry-interrupted",
                "The run was stopped while it waited for a registry.",
                "this run",
                "run it again; what is in the registry already is not sent again");
        return LayeredFailure.outside(problem, null);
    }
}
