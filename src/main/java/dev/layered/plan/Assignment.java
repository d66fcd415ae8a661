package dev.layered.plan;

import java.util.List;
import java.util.Optional;

/**
 * Which layer an artifact goes to, and why.
 *
 * @param rule the user's rule that took it, where one did
 * @param alsoMatching names of the other rules that would have taken it
 */
public record Assignment(
        ProjectArtifact artifact, String layer, Reason reason, Optional<LayerRule> rule, List<String> alsoMatching) {

    /** Why an artifact is where it is. */
    public enum Reason {
        /** The patterns of a rule match it. */
        RULE("a rule matches it"),
        /** It is there only because of artifacts that a transitive rule matches. */
        TRANSITIVE("it is in the dependency tree only because of artifacts that a rule matches"),
        /** It is a module of the same source tree. */
        MODULE("it is a module of this source tree"),
        /** It is a snapshot. */
        SNAPSHOT("its version is a snapshot"),
        /** The catch-all took it. */
        CATCH_ALL("no other rule took it"),
        /** Nobody else took it and there is no catch-all. */
        REST("no rule took it");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** Returns the reason as part of a sentence. */
        public String text() {
            return text;
        }
    }
}
