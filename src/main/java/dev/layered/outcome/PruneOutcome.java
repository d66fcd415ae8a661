package dev.layered.outcome;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What is in the local store, and what of it was deleted, or would be.
 *
 * @param groups of the kinds that there are, in their order
 * @param leftAlone in the store's folder: what other versions of the plugin keep there, with its bytes
 * @param isDryRun whether nothing was deleted
 */
public record PruneOutcome(Path store, Map<StoredKind, Group> groups, Map<String, Long> leftAlone, boolean isDryRun) {

    /**
     * The files of one kind.
     *
     * @param newest how long ago the one was of use that was of use last
     * @param oldest how long ago the one was of use that was of use first
     */
    public record Group(Count all, Count deleted, Duration newest, Duration oldest) {}

    /** Files together. */
    public record Count(int files, long bytes) {

        /** No file. */
        public static final Count NONE = new Count(0, 0);

        /** Returns both together. */
        public Count plus(Count other) {
            return new Count(files + other.files, bytes + other.bytes);
        }
    }

    /** Returns all that was there. */
    public Count all() {
        return groups.values().stream().map(Group::all).reduce(Count.NONE, Count::plus);
    }

    /** Returns all that was deleted, or would be. */
    public Count deleted() {
        return groups.values().stream().map(Group::deleted).reduce(Count.NONE, Count::plus);
    }
}
