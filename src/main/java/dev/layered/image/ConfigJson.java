package dev.layered.image;

import dev.layered.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The JSON of an image config (OCI image spec, config.md). */
final class ConfigJson {

    private static final Set<String> CONFIG_FIELDS =
            Set.of("created", "author", "architecture", "os", "variant", "config", "rootfs", "history");
    private static final Set<String> RUNTIME_FIELDS =
            Set.of("User", "ExposedPorts", "Env", "Entrypoint", "Cmd", "Volumes", "WorkingDir", "Labels");

    private ConfigJson() {}

    static JsonObject write(ImageConfig config) {
        Platform platform = config.platform();
        return JsonObject.builder()
                .putIfAny("created", config.created())
                .putIfAny("author", config.author())
                .put("architecture", platform.architecture())
                .put("os", platform.os())
                .putIfAny("variant", platform.variant())
                .putAll(config.other())
                .put("config", write(config.runtime()))
                .put(
                        "rootfs",
                        JsonObject.builder()
                                .put("type", "layers")
                                .put(
                                        "diff_ids",
                                        config.diffIds().stream()
                                                .map(Digest::text)
                                                .toList())
                                .build())
                .putIfAny(
                        "history",
                        config.history().stream().map(ConfigJson::write).toList())
                .build();
    }

    private static JsonObject write(RuntimeConfig runtime) {
        List<String> environment = runtime.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
        return JsonObject.builder()
                .putIfAny("User", runtime.user())
                .putIfAny("ExposedPorts", set(runtime.ports()))
                .putIfAny("Env", environment)
                .putIfAny("Entrypoint", runtime.entrypoint())
                .putIfAny("Cmd", runtime.command())
                .putIfAny("Volumes", set(runtime.volumes()))
                .putIfAny("WorkingDir", runtime.workingDirectory())
                .putIfAny("Labels", new TreeMap<>(runtime.labels()))
                .putAll(runtime.other())
                .build();
    }

    private static JsonObject write(History history) {
        return JsonObject.builder()
                .putIfAny("created", history.created())
                .putIfAny("created_by", history.createdBy())
                .putIfAny("author", history.author())
                .putIfAny("comment", history.comment())
                .putIfAny("empty_layer", history.emptyLayer() ? Optional.of(true) : Optional.empty())
                .build();
    }

    /** Go's sets are objects with empty values. */
    private static Map<String, JsonObject> set(Set<String> names) {
        Map<String, JsonObject> set = new TreeMap<>();
        names.forEach(name -> set.put(name, JsonObject.empty()));
        return set;
    }

    static ImageConfig read(JsonObject json) {
        JsonObject rootfs = json.requiredObject("rootfs");
        return new ImageConfig(
                new Platform(
                        json.requiredText("os"),
                        json.requiredText("architecture"),
                        json.text("variant").filter(v -> !v.isEmpty())),
                json.text("created"),
                json.text("author"),
                readRuntime(json.object("config").orElse(JsonObject.empty())),
                rootfs.texts("diff_ids").orElse(List.of()).stream()
                        .map(Digest::parse)
                        .toList(),
                json.objects("history").stream().map(ConfigJson::readHistory).toList(),
                json.without(CONFIG_FIELDS));
    }

    private static RuntimeConfig readRuntime(JsonObject json) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : json.texts("Env").orElse(List.of())) {
            int equals = variable.indexOf('=');
            environment.put(
                    equals < 0 ? variable : variable.substring(0, equals),
                    equals < 0 ? "" : variable.substring(equals + 1));
        }
        return new RuntimeConfig(
                json.text("User").filter(user -> !user.isEmpty()),
                json.text("WorkingDir").filter(directory -> !directory.isEmpty()),
                json.texts("Entrypoint"),
                json.texts("Cmd"),
                environment,
                json.textMap("Labels"),
                new TreeSet<>(json.names("ExposedPorts")),
                new TreeSet<>(json.names("Volumes")),
                json.without(RUNTIME_FIELDS));
    }

    private static History readHistory(JsonObject json) {
        return new History(
                json.text("created"),
                json.text("created_by"),
                json.text("author"),
                json.text("comment"),
                json.truth("empty_layer"));
    }
}
