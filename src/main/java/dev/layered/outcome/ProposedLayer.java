package dev.layered.outcome;

import java.util.List;

/**
 * One of the proposed {@code <depLayers>}.
 *
 * @param name a legal one, unique
 * @param includes patterns of artifacts; none for the catch-all
 * @param excludes patterns of artifacts
 * @param jars in it now
 * @param bytes of them
 * @param changes how many releases of the history changed it
 */
public record ProposedLayer(
        String name, List<String> includes, List<String> excludes, int jars, long bytes, int changes) {

    /** Whether it takes what no other takes. */
    public boolean isCatchAll() {
        return includes.isEmpty();
    }
}
