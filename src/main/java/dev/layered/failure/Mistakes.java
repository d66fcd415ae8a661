package dev.layered.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects mistakes so that users hear of all of them in one run.
 *
 * <p>Not thread-safe.
 */
public final class Mistakes {

    private final List<Problem> problems = new ArrayList<>();

    /** Notes a problem and goes on. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Notes problems and goes on. */
    public void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    /**
     * Returns what the reader gives, or empty where it threw mistakes, which are noted as being at {@code place}.
     * A failure of the outside world is not noted but thrown on.
     */
    public <T> Optional<T> read(String place, Supplier<T> reader) {
        return collect(() -> {
            try {
                return reader.get();
            } catch (LayeredFailure failure) {
                throw failure.isOutside() ? failure : failure.at(place);
            }
        });
    }

    /** Returns what the reader gives, or empty where it threw mistakes, which are noted as they are. */
    public <T> Optional<T> collect(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (LayeredFailure failure) {
            if (failure.isOutside()) {
                throw failure;
            }
            problems.addAll(failure.problems());
            return Optional.empty();
        }
    }

    /** Returns what was noted, in order. */
    public List<Problem> all() {
        return List.copyOf(problems);
    }

    /** Whether nothing was noted. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Throws all that was noted, each once, as one failure; does nothing where nothing was. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw LayeredFailure.mistakes(problems.stream().distinct().toList());
        }
    }
}
