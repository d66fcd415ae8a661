package dev.layered.build;

import dev.layered.image.Digest;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.PlatformPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code plan.json}: the plan, every input it rests on, and the digest of the configuration, so that a later
 * goal can tell whether a layout is still true.
 *
 * <p>Documented in {@code docs/plan-json.md}.
 */
final class PlanRecord {

    private static final int SCHEMA = 1;

    private final Path project;

    private PlanRecord(Path project) {
        this.project = project;
    }

    /** Returns the document; files below {@code project} are named relative to it. */
    static byte[] write(ImagePlan plan, Map<PlannedLayer, MadeLayer> layers, Path project) {
        return new PlanRecord(project.toAbsolutePath()).write(plan, layers);
    }

    private byte[] write(ImagePlan plan, Map<PlannedLayer, MadeLayer> layers) {
        Map<String, MadeLayer> byKey = new TreeMap<>();
        layers.values().forEach(layer -> byKey.put(layer.key().digest().text(), layer));
        return Json.pretty(JsonObject.builder()
                .put("schema", SCHEMA)
                .put("configuration", Digest.of(Json.bytes(settings(plan))).text())
                .put("settings", settings(plan))
                .put("platforms", platforms(plan, layers))
                .put("layers", byKey.values().stream().map(this::layer).toList())
                .put("inputs", inputs(byKey.values()))
                .build());
    }

    private static JsonObject settings(ImagePlan plan) {
        RuntimeConfig runtime = plan.settings().runtime();
        return JsonObject.builder()
                .put("reference", plan.reference())
                .put("from", plan.base())
                .put(
                        "platforms",
                        plan.platformList().stream().map(Object::toString).toList())
                .put("index", plan.isIndex())
                .put("created", plan.settings().created())
                .putIfAny("annotations", plan.settings().annotations())
                .putIfAny("user", runtime.user())
                .putIfAny("workingDirectory", runtime.workingDirectory())
                .putIfAny("entrypoint", runtime.entrypoint())
                .putIfAny("args", runtime.command())
                .putIfAny("environment", runtime.environment())
                .putIfAny("labels", runtime.labels())
                .putIfAny("ports", new TreeSet<>(runtime.ports()))
                .putIfAny("volumes", new TreeSet<>(runtime.volumes()))
                .build();
    }

    private static List<JsonObject> platforms(ImagePlan plan, Map<PlannedLayer, MadeLayer> layers) {
        return plan.platforms().stream()
                .map(platform -> platform(platform, layers))
                .toList();
    }

    private static JsonObject platform(PlatformPlan platform, Map<PlannedLayer, MadeLayer> layers) {
        return JsonObject.builder()
                .put("platform", platform.platform().toString())
                .put(
                        "layers",
                        platform.layers().stream()
                                .map(layer -> layers.get(layer).key().digest().text())
                                .toList())
                .putIfAny("empty", platform.empty())
                .build();
    }

    private JsonObject layer(MadeLayer layer) {
        return JsonObject.builder()
                .put("name", layer.planned().name())
                .put("key", layer.key().digest().text())
                .put("files", layer.keyed().files())
                .put("bytes", layer.keyed().contentSize())
                .put(
                        "entries",
                        layer.keyed().entries().stream().map(this::entry).toList())
                .build();
    }

    private JsonObject entry(KeyedEntry keyed) {
        JsonObject.Builder entry = JsonObject.builder()
                .put("path", "/" + keyed.entry().path())
                .put("mode", String.format("%04o", keyed.entry().mode()));
        if (keyed.entry().content() instanceof Content.Link link) {
            entry.put("link", link.target());
        } else if (!(keyed.entry().content() instanceof Content.Directory)) {
            entry.put("digest", keyed.content().text());
        }
        if (keyed.entry().content() instanceof Content.OfFile source) {
            entry.put("source", shown(source.file()));
        }
        return entry.build();
    }

    private List<JsonObject> inputs(Collection<MadeLayer> layers) {
        Map<String, JsonObject> inputs = new TreeMap<>();
        for (MadeLayer layer : layers) {
            for (KeyedEntry keyed : layer.keyed().entries()) {
                if (keyed.entry().content() instanceof Content.OfFile source) {
                    inputs.put(shown(source.file()), input(source.file(), keyed));
                }
            }
        }
        return List.copyOf(inputs.values());
    }

    private JsonObject input(Path file, KeyedEntry keyed) {
        JsonObject.Builder input = JsonObject.builder()
                .put("path", shown(file))
                .put("size", keyed.size())
                .put("digest", keyed.content().text());
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            input.put("modified", attributes.lastModifiedTime().toInstant().toString());
            input.put("inode", ((Number) Files.getAttribute(file, "unix:ino")).longValue());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return input.build(); // without them the input is compared by its digest
        }
        return input.build();
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath();
        Path path = absolute.startsWith(project) ? project.relativize(absolute) : absolute;
        return path.toString().replace('\\', '/');
    }
}
