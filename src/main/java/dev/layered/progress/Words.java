package dev.layered.progress;

import dev.layered.outcome.Work;
import dev.layered.report.Sizes;

/** The words and numbers that all views use. */
final class Words {

    private Words() {}

    static String doing(Work.Kind kind) {
        return switch (kind) {
            case WRITE -> "writing";
            case FETCH -> "fetching";
            case SEND -> "pushing";
        };
    }

    static String did(Work.Kind kind) {
        return switch (kind) {
            case WRITE -> "wrote";
            case FETCH -> "fetched";
            case SEND -> "pushed";
        };
    }

    /** Returns e.g. {@code 35 %}, rounded down. */
    static String percent(long done, long size) {
        return (size == 0 ? 100 : Math.min(100, (long) (100.0 * done / size))) + " %";
    }

    /** Returns e.g. {@code 12.1 MB/s}; of less than a millisecond, as if it had been one. */
    static String rate(long bytes, long nanos) {
        return Sizes.of((long) (bytes * 1e9 / Math.max(nanos, 1_000_000))) + "/s";
    }
}
