package dev.layered.registry;

import dev.layered.outcome.BuildLog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells of what is tried again at one registry: of all operations that wait for the same reason at the same time, one is told
 * to everybody, and the others are details. Thread-safe.
 */
final class RetryNotes {

    private final BuildLog log;
    private final Map<String, Retry> told = new ConcurrentHashMap<>();

    RetryNotes(BuildLog log) {
        this.log = log;
    }

    /** The operation waits for that reason. */
    void tell(Retry operation, String reason, String text) {
        if (told.computeIfAbsent(reason, first -> operation) == operation) {
            log.note(text);
        } else {
            log.detail(text);
        }
    }

    /** The operation came through or was given up. */
    void end(Retry operation) {
        told.values().removeIf(first -> first == operation);
    }
}
