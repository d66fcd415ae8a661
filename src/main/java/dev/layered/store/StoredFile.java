package dev.layered.store;

import dev.layered.outcome.StoredKind;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of the store.
 *
 * @param used when it was of use last
 */
record StoredFile(Path path, StoredKind kind, long bytes, Instant used) {

    /** Whether nobody will ever read it. */
    boolean isRubbish() {
        return kind == StoredKind.DAMAGED || kind == StoredKind.UNFINISHED;
    }

    StoredFile as(StoredKind other) {
        return new StoredFile(path, other, bytes, used);
    }
}
