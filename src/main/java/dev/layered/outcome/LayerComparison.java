package dev.layered.outcome;

import dev.layered.image.Descriptor;
import java.util.Optional;

/**
 * A layer of one of two images, or of both.
 *
 * @param name see {@link LayerContents}
 * @param side which image has it
 * @param changes of its files; empty where both images have it or it cannot be read
 */
public record LayerComparison(String name, Descriptor blob, Side side, Optional<FileChanges> changes) {

    /** Which of two images has a layer. */
    public enum Side {
        /** Both, with the same digest. */
        BOTH("both"),
        /** Both have the same tar, in blobs of different digest. */
        REPACKED("both, packed otherwise"),
        /** The first alone. */
        HERE("here"),
        /** The second alone. */
        THERE("there");

        private final String word;

        Side(String word) {
            this.word = word;
        }

        /** Returns the words that reports show. */
        public String word() {
            return word;
        }
    }
}
