package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.outcome.BuildLog;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A repository that is read before the registry's own one, until it fails. Thread-safe. */
final class Mirror {

    private final String name;
    private final RepositoryReader reader;
    private final BuildLog log;
    private final AtomicBoolean failed = new AtomicBoolean();

    Mirror(RepositoryRequests requests, BuildLog log) {
        this.name = requests.name();
        this.reader = new RepositoryReader(requests);
        this.log = log;
    }

    /** Returns what the mirror answers; nothing where it has nothing, or failed now or before. */
    <T> Optional<T> ask(Function<RepositoryReader, Optional<T>> question) {
        if (failed.get()) {
            return Optional.empty();
        }
        try {
            return question.apply(reader);
        } catch (LayeredFailure e) {
            passOver(e);
            return Optional.empty();
        }
    }

    /** Returns the name of the repository as it is spoken to. */
    String name() {
        return name;
    }

    /** Asks the mirror no more, and warns of that once. */
    void passOver(LayeredFailure failure) {
        if (failed.compareAndSet(false, true)) {
            log.warning("The mirror " + name + " is passed over: "
                    + failure.problems().get(0).what());
        }
    }
}
