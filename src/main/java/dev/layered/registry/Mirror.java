package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.outcome.BuildLog;
import java.util.Optional;
import java.util.function.Function;

/** A repository that is read before the registry's own one, until it fails. Thread-safe. */
final class Mirror {

    private final String name;
    private final RepositoryReader reader;
    private final BuildLog log;
    private volatile boolean failed;

    Mirror(RepositoryRequests requests, BuildLog log) {
        this.name = requests.name();
        this.reader = new RepositoryReader(requests);
        this.log = log;
    }

    /** Returns what the mirror answers; nothing where it has nothing, or failed now or before. */
    <T> Optional<T> ask(Function<RepositoryReader, Optional<T>> question) {
        if (failed) {
            return Optional.empty();
        }
        try {
            return question.apply(reader);
        } catch (LayeredFailure e) {
            failed = true;
            log.warning("The mirror " + name + " is passed over: "
                    + e.problems().get(0).what());
            return Optional.empty();
        }
    }
}
