package dev.layered.registry;

import dev.layered.outcome.Transfer;
import java.util.Optional;

/**
 * How a blob came into a repository.
 *
 * @param from the image that told of it, or the repository that it was mounted from; empty where neither is so
 */
public record Brought(Transfer.Way way, Optional<String> from) {

    /** It was there. */
    public static Brought there() {
        return by(Transfer.Way.THERE);
    }

    static Brought by(Transfer.Way way) {
        return new Brought(way, Optional.empty());
    }

    static Brought mounted(String from) {
        return new Brought(Transfer.Way.MOUNTED, Optional.of(from));
    }
}
