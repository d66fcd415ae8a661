package dev.layered.layer;

import java.nio.file.Path;
import java.util.Arrays;

/** What stands at a path of a layer. */
public sealed interface Content {

    /** A directory. */
    record Directory() implements Content {}

    /** A regular file with the bytes of a file on this machine. */
    record OfFile(Path file) implements Content {}

    /** A regular file with bytes that we made; small. */
    record OfBytes(byte[] bytes) implements Content {

        @Override
        public boolean equals(Object other) {
            return other instanceof OfBytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** A symbolic link with its target as written. */
    record Link(String target) implements Content {}
}
