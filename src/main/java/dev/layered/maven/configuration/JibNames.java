package dev.layered.maven.configuration;

import java.util.Optional;
import java.util.Set;

/** Elements of the Jib plugin that this one has no counterpart of; people paste them in with the rest of a block. */
final class JibNames {

    private static final Set<String> WITHOUT_COUNTERPART =
            Set.of("dockerClient", "filesModificationTime", "outputPaths", "pluginExtensions", "skaffold");

    private JibNames() {}

    /** Returns what to do about an element or a property that ends in one of Jib's names. */
    static Optional<String> advice(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return WITHOUT_COUNTERPART.contains(last)
                ? Optional.of(
                        "remove it: Jib has " + last + ", this plugin has not; docs/from-jib.md has the whole list")
                : Optional.empty();
    }
}
