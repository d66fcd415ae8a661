package dev.layered.maven.configuration;

import java.util.Set;
import org.codehaus.plexus.component.configurator.ConfigurationListener;

/** The elements whose text nobody may see. */
final class SecretElements {

    private static final Set<String> NAMES = Set.of("password");

    private SecretElements() {}

    /** Whether an element of that name holds a secret. */
    static boolean contains(String name) {
        return NAMES.contains(name);
    }

    /** Returns a listener that is not told of secrets: Maven's own writes each bound field into the log of {@code -X}. */
    static ConfigurationListener unheard(ConfigurationListener listener) {
        return listener == null ? null : new Unheard(listener);
    }

    private record Unheard(ConfigurationListener listener) implements ConfigurationListener {

        @Override
        public void notifyFieldChangeUsingReflection(String name, Object value, Object target) {
            if (!contains(name)) {
                listener.notifyFieldChangeUsingReflection(name, value, target);
            }
        }

        @Override
        public void notifyFieldChangeUsingSetter(String name, Object value, Object target) {
            if (!contains(name)) {
                listener.notifyFieldChangeUsingSetter(name, value, target);
            }
        }
    }
}
