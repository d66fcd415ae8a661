package dev.layered.layer;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Runs what must fail and returns the one problem it failed with. */
final class Caught {

    private Caught() {}

    static Problem mistake(ThrowingCallable call) {
        return problem(call, false);
    }

    static Problem outside(ThrowingCallable call) {
        return problem(call, true);
    }

    private static Problem problem(ThrowingCallable call, boolean outside) {
        LayeredFailure failure = catchThrowableOfType(LayeredFailure.class, call);
        if (failure == null || failure.problems().size() != 1 || failure.isOutside() != outside) {
            throw new AssertionError("expected one failure, outside " + outside + ", got " + failure, failure);
        }
        return failure.problems().get(0);
    }
}
