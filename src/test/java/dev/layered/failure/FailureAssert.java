package dev.layered.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Asserts on a {@link LayeredFailure} as data.
 *
 * <p>Says {@code assertFailure(() -> Digest.parse("x")).hasId("digest-form").what("'x' is not a digest.")}. Without
 * {@link #problem} there must be exactly one problem, so that a test cannot overlook a second one.
 */
public final class FailureAssert {

    private final LayeredFailure failure;
    private final int index;

    private FailureAssert(LayeredFailure failure, int index) {
        this.failure = failure;
        this.index = index;
    }

    /** Runs the code, which must throw a LayeredFailure and nothing else. */
    public static FailureAssert assertFailure(ThrowingCallable code) {
        Throwable thrown = catchThrowable(code);
        assertThat(thrown).as("what was thrown").isInstanceOf(LayeredFailure.class);
        return new FailureAssert((LayeredFailure) thrown, -1);
    }

    /** Looks at one problem of several, counted from 0. */
    public FailureAssert problem(int number) {
        assertThat(failure.problems()).as("problems").hasSizeGreaterThan(number);
        return new FailureAssert(failure, number);
    }

    /** All problems have these ids, in this order. */
    public FailureAssert hasIds(String... ids) {
        assertThat(failure.problems()).extracting(Problem::id).containsExactly(ids);
        return this;
    }

    /** The problem is of this kind. */
    public FailureAssert hasId(String id) {
        assertThat(current().id()).as("id of: " + failure.getMessage()).isEqualTo(id);
        return this;
    }

    /** What happened, as the whole sentence. */
    public FailureAssert what(String what) {
        assertThat(current().what()).as("what").isEqualTo(what);
        return this;
    }

    /** What happened says all of these, among others. */
    public FailureAssert whatContains(CharSequence... parts) {
        assertThat(current().what()).as("what").contains(parts);
        return this;
    }

    /** Where, as a whole. */
    public FailureAssert where(String where) {
        assertThat(current().where()).as("where").isEqualTo(where);
        return this;
    }

    /** The fix, as a whole. */
    public FailureAssert fix(String fix) {
        assertThat(current().fix()).as("fix").isEqualTo(fix);
        return this;
    }

    /** The fix says all of these, among others. */
    public FailureAssert fixContains(CharSequence... parts) {
        assertThat(current().fix()).as("fix").contains(parts);
        return this;
    }

    /** The user can mend it. */
    public FailureAssert isMistake() {
        assertThat(failure.isOutside()).as("outside").isFalse();
        return this;
    }

    /** The outside world failed. */
    public FailureAssert isOutside() {
        assertThat(failure.isOutside()).as("outside").isTrue();
        return this;
    }

    /** Every text is there, and nothing in it could garble a terminal. */
    public FailureAssert isPrintable() {
        for (Problem problem : failure.problems()) {
            for (String text : List.of(problem.what(), problem.where(), problem.fix())) {
                assertThat(text).isNotBlank();
                assertThat(text.chars()).as(text).noneMatch(Character::isISOControl);
            }
        }
        return this;
    }

    private Problem current() {
        if (index < 0) {
            assertThat(failure.problems()).as("problems").hasSize(1);
        }
        return failure.problems().get(Math.max(index, 0));
    }
}
