package dev.layered.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What there is to say about one thing of a plan.
 *
 * @param subject the artifact, file or layer
 * @param facts label to text, in the order in which people want to know
 */
public record Explained(String subject, Map<String, String> facts) {

    static Builder of(String subject) {
        return new Builder(subject);
    }

    /** Collects facts; empty ones are left out. */
    static final class Builder {

        private final String subject;
        private final Map<String, String> facts = new LinkedHashMap<>();

        private Builder(String subject) {
            this.subject = subject;
        }

        Builder fact(String label, String text) {
            if (!text.isEmpty()) {
                facts.put(label, text);
            }
            return this;
        }

        Explained build() {
            return new Explained(subject, facts);
        }
    }
}
