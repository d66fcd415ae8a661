package dev.layered.layering;

import java.util.Map;
import java.util.Set;

/**
 * The artifacts of one layer.
 *
 * @param kind what they have in common
 * @param label what tells the layer from others of its kind: a groupId, an artifactId, or how often those change that
 *     share a layer; empty where there are no others
 * @param why the layer is one, as part of a sentence; empty where there is one artifact in all
 * @param notes of each artifact, in the order of their coordinates, why it is in this layer
 */
public record LayerGroup(Kind kind, String label, String why, Map<Member, String> notes) {

    /** What artifacts of one layer have in common. */
    public enum Kind {
        /** Their groupId. */
        GROUP_ID,
        /** They are one. */
        ARTIFACT,
        /** They are too small for a layer of their own. */
        SHARED
    }

    /** Returns the artifacts in the order of their coordinates. */
    public Set<Member> members() {
        return notes.keySet();
    }

    /** Returns the size of all files. */
    public long bytes() {
        return members().stream().mapToLong(Member::bytes).sum();
    }
}
