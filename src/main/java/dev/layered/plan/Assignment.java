package dev.layered.plan;

import dev.layered.layering.LayerGroup;
import dev.layered.layering.Member;
import java.util.List;
import java.util.Optional;

/**
 * Which layer an artifact goes to, and why.
 *
 * @param rule the user's rule that took it, where one did
 * @param alsoMatching names of the other rules that would have taken it
 * @param detail why the layer was divided as it was, where it was
 */
public record Assignment(
        ProjectArtifact artifact,
        String layer,
        Reason reason,
        Optional<LayerRule> rule,
        List<String> alsoMatching,
        Optional<Detail> detail) {

    /**
     * What is behind a layer that was made by dividing one.
     *
     * @param divided name of the layer that was divided
     * @param layer why there is this one, as part of a sentence
     * @param artifact why the artifact is in this one, as part of a sentence
     */
    public record Detail(String divided, String layer, String artifact) {}

    /** In place of a layer's name: the base image has the artifact. */
    public static final String OF_BASE = "the base image";

    /** Why an artifact is where it is. */
    public enum Reason {
        /** The base image has it. */
        BASE("the base image has it"),
        /** The patterns of a rule match it. */
        RULE("a rule matches it"),
        /** It is there only because of artifacts that a transitive rule matches. */
        TRANSITIVE("it is in the dependency tree only because of artifacts that a rule matches"),
        /** It is a module of the same source tree. */
        MODULE("it is a module of this source tree"),
        /** It is a snapshot. */
        SNAPSHOT("its version is a snapshot"),
        /** It is no module, but its groupId is that of modules. */
        IN_HOUSE("its groupId is that of this source tree"),
        /** No rule took it, and images for other platforms have another in its place. */
        NATIVE("it is for this platform alone"),
        /** The catch-all took it. */
        CATCH_ALL("no other rule took it"),
        /** Nobody else took it and there is no catch-all. */
        REST("no rule took it"),
        /** No rule took it, and its groupId has a layer of its own. */
        GROUP_ID("its groupId has a layer of its own"),
        /** No rule took it, and it has a layer of its own. */
        ALONE("it has a layer of its own"),
        /** No rule took it, and what is small shares a layer. */
        SMALL("what is small shares a layer");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** Returns the reason as part of a sentence. */
        public String text() {
            return text;
        }
    }

    /** Returns the name of its layer, or of the one that its layer became of. */
    String undivided() {
        return detail.map(Detail::divided).orElse(layer);
    }

    /** Returns the assignment to a layer that became of this one's. */
    Assignment in(String name, LayerGroup group, Member member) {
        Detail why = new Detail(layer, group.why(), group.notes().get(member));
        return new Assignment(
                artifact, name, reason == Reason.REST ? of(group) : reason, rule, alsoMatching, Optional.of(why));
    }

    private static Reason of(LayerGroup group) {
        return switch (group.kind()) {
            case GROUP_ID -> Reason.GROUP_ID;
            case ARTIFACT -> Reason.ALONE;
            case SHARED -> Reason.SMALL;
        };
    }
}
