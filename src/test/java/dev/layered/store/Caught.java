package dev.layered.store;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Runs what must fail and returns the one problem it failed with. */
final class Caught {

    private Caught() {}

    static Problem outside(ThrowingCallable call) {
        LayeredFailure failure = catchThrowableOfType(LayeredFailure.class, call);
        if (failure == null || failure.problems().size() != 1 || !failure.isOutside()) {
            throw new AssertionError("expected one failure of the outside world, got " + failure, failure);
        }
        return failure.problems().get(0);
    }
}
