package dev.layered.image;

import dev.layered.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a container of the image is started (OCI image spec, config.md, "config").
 *
 * <p>Also used for what a project wants on top of its base: there an absent value means the base's.
 *
 * @param environment in order, name to value
 * @param ports as {@code 8080/tcp}
 * @param other all other fields, such as {@code StopSignal} and {@link Healthcheck}, as they were read or are wanted
 */
public record RuntimeConfig(
        Optional<String> user,
        Optional<String> workingDirectory,
        Optional<List<String>> entrypoint,
        Optional<List<String>> command,
        Map<String, String> environment,
        Map<String, String> labels,
        Set<String> ports,
        Set<String> volumes,
        JsonObject other) {

    /** The config that says nothing. */
    public static final RuntimeConfig NONE = new RuntimeConfig(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Set.of(),
            Set.of(),
            JsonObject.empty());

    /**
     * Returns this config, a base's, with what a project wants on top.
     *
     * <p>Environment, labels, ports and volumes are added by name; the rest replaces. An entrypoint of the project
     * drops the base's command, which was meant for the base's entrypoint.
     */
    public RuntimeConfig with(RuntimeConfig project) {
        return new RuntimeConfig(
                project.user.or(() -> user),
                project.workingDirectory.or(() -> workingDirectory),
                project.entrypoint.or(() -> entrypoint),
                project.command.or(() -> project.entrypoint.isPresent() ? Optional.empty() : command),
                merged(environment, project.environment),
                merged(labels, project.labels),
                union(ports, project.ports),
                union(volumes, project.volumes),
                JsonObject.builder().putAll(other).putAll(project.other).build());
    }

    /** Returns this config with another entrypoint; with none the base's is kept. */
    public RuntimeConfig starting(Optional<List<String>> words) {
        return new RuntimeConfig(user, workingDirectory, words, command, environment, labels, ports, volumes, other);
    }

    /** Returns this config with other labels. */
    public RuntimeConfig labeled(Map<String, String> others) {
        return new RuntimeConfig(
                user, workingDirectory, entrypoint, command, environment, others, ports, volumes, other);
    }

    private static Map<String, String> merged(Map<String, String> lower, Map<String, String> upper) {
        Map<String, String> all = new LinkedHashMap<>(lower);
        all.putAll(upper);
        return all;
    }

    private static Set<String> union(Set<String> lower, Set<String> upper) {
        Set<String> all = new TreeSet<>(lower);
        all.addAll(upper);
        return all;
    }
}
