package dev.layered.layer;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.nio.file.Path;
import java.util.Arrays;

/** What stands at a path of a layer. */
public sealed interface Content {

    /** A directory. */
    record Directory() implements Content {}

    /** A regular file with the bytes of a file on this machine, in a form. */
    record OfFile(Path file, Form form) implements Content {

        /** The file's bytes as they are. */
        public OfFile(Path file) {
            this(file, Form.AS_IS);
        }
    }

    /** What of a file goes into a layer. */
    enum Form {
        /** Its bytes. */
        AS_IS,
        /** Those of a jar, without what differs from build to build though the source is the same. */
        TIMELESS_JAR
    }

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
    record Link(String target) implements Content {

        /**
         * Checks the target.
         *
         * @throws LayeredFailure {@code link-target} if it is empty, holds control characters or has no form in UTF-8
         */
        public Link {
            if (target.isEmpty() || !isPlainText(target)) {
                throw LayeredFailure.mistake(
                        "link-target",
                        Shown.quoted(target) + " cannot be the target of a link in an image.",
                        "a link of the image",
                        "make the link again: its target not empty, no control characters, only what UTF-8 can write");
            }
        }
    }

    /** Whether the text is without control characters and every surrogate in it has its partner. */
    static boolean isPlainText(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
