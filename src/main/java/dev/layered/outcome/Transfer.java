package dev.layered.outcome;

import dev.layered.image.Digest;
import java.time.Duration;
import java.util.Optional;

/**
 * How a blob came into a repository.
 *
 * @param size of the blob, in bytes
 * @param from the image that told of it, or whose repository it was mounted from; empty where neither is so
 * @param time from the first question about it until it was there
 */
public record Transfer(Digest digest, long size, Way way, Optional<String> from, Duration time) {

    /** What was done for it. */
    public enum Way {
        /** Nothing: the repository had it. */
        THERE,
        /** The registry took it from another of its repositories. */
        MOUNTED,
        /** Its bytes were sent. */
        UPLOADED
    }

    /** Returns the bytes that were sent. */
    public long sent() {
        return way == Way.UPLOADED ? size : 0;
    }
}
