package dev.layered.outcome;

import java.util.Locale;
import java.util.Optional;

/**
 * What one layer says of a path.
 *
 * @param number of the layer, from 1 at the bottom
 * @param layer its name, see {@link LayerContents}
 * @param facts of what stands there; empty where the layer takes it away
 * @param standing what becomes of it in a container
 */
public record FilePlace(int number, String layer, Optional<FileFacts> facts, Standing standing) {

    /** What becomes of what a layer says. */
    public enum Standing {
        /** It is what a container sees. */
        COUNTS,
        /** An upper layer has the same path. */
        HIDDEN,
        /** An upper layer takes it away. */
        REMOVED,
        /** It takes away what lower layers have. */
        REMOVES;

        /** Returns the word that reports show. */
        public String word() {
            return this == COUNTS ? "counts" : name().toLowerCase(Locale.ROOT);
        }
    }
}
