package dev.layered.record;

import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonBuilder;
import dev.layered.json.JsonObject;
import dev.layered.layer.KeyedLayer;
import dev.layered.plan.Assignment;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlacedArtifact;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.PlatformPlan;
import dev.layered.plan.ProjectArtifact;
import dev.layered.store.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code plan.json}: the plan, every input it rests on, and the digest of the configuration, so that a later
 * goal can tell whether a layout is still true.
 *
 * <p>Documented in {@code docs/outputs.md}.
 */
public final class PlanRecord {

    /** What the last plan or build would make. */
    public static final String OF_PLAN = "plan.json";

    /** What the image in the layout was made from; only a build writes it. */
    public static final String OF_IMAGE = "image.plan.json";

    /** What the last push published was made from; only a push writes it. */
    public static final String OF_PUSH = "push.plan.json";

    static final int SCHEMA = 1;

    private final ImagePlan plan;
    private final Map<PlannedLayer, KeyedLayer> layers;
    private final List<String> leftOut;
    private final InputFiles inputs;

    private PlanRecord(ImagePlan plan, Map<PlannedLayer, KeyedLayer> layers, List<String> leftOut, Path project) {
        this.plan = plan;
        this.layers = layers;
        this.leftOut = leftOut;
        this.inputs = new InputFiles(project);
    }

    /**
     * Returns the document, whose long lists are made while it is written; files below {@code project} are named
     * relative to it.
     *
     * @param layers of the plan, each once and in its order
     * @param leftOut what an image needs and the plan has not got, because it is not made yet
     */
    public static JsonObject json(
            ImagePlan plan, Map<PlannedLayer, KeyedLayer> layers, List<String> leftOut, Path project) {
        return new PlanRecord(plan, layers, leftOut, project).json();
    }

    /** Makes the record of the image in the layout that of the last push too, which published this image. */
    public static void wasPushed(Path output) {
        AtomicFile.writeIfChanged(output.resolve(OF_PUSH), out -> Files.copy(output.resolve(OF_IMAGE), out));
    }

    private JsonObject json() {
        JsonObject settings = PlanSettings.json(plan);
        return JsonObject.builder()
                .put("schema", SCHEMA)
                .put("configuration", Digest.of(Json.bytes(settings)).text())
                .put("settings", settings)
                .putIfAny("grounds", grounds())
                .putIfAny("leftOut", leftOut)
                .put("platforms", plan.platforms().stream().map(this::platform).toList())
                .putOnDemand(
                        "layers",
                        () -> layers.keySet().stream().map(this::layer).iterator())
                .putOnDemand("inputs", inputs.json(layers.values()))
                .build();
    }

    private Map<String, String> grounds() {
        Map<String, String> texts = new TreeMap<>();
        plan.notes().grounds().forEach((name, digest) -> texts.put(name, digest.text()));
        return texts;
    }

    private JsonObject platform(PlatformPlan platform) {
        return JsonObject.builder()
                .put("platform", platform.platform().toString())
                .put("layers", platform.layers().stream().map(this::named).toList())
                .putIfAny("empty", platform.empty())
                .put("artifacts", artifacts(platform))
                .putIfAny("leftOut", leftOut(platform))
                .build();
    }

    private List<JsonObject> artifacts(PlatformPlan platform) {
        List<PlacedArtifact> placed =
                plan.contents().classPath(platform.platform()).artifacts();
        List<JsonObject> artifacts = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            artifacts.add(artifact(platform.assignments().get(i), placed.get(i)));
        }
        return artifacts;
    }

    private JsonObject artifact(Assignment assignment, PlacedArtifact placed) {
        ProjectArtifact artifact = assignment.artifact();
        JsonBuilder json = JsonObject.builder()
                .put("artifact", artifact.coordinates().toString())
                .putIfAny("inPlaceOf", artifact.origin().inPlaceOf().map(Object::toString))
                .put("scope", artifact.scope())
                .put("layer", assignment.layer())
                .put("reason", assignment.reason().name().toLowerCase(Locale.ROOT))
                .put("source", inputs.name(artifact.file()))
                .putIfAny("alsoMatching", assignment.alsoMatching());
        if (placed.isInBase()) {
            json.put("path", "/" + placed.entry().path());
        }
        return json.build();
    }

    private List<JsonObject> leftOut(PlatformPlan platform) {
        return plan.contents().classPath(platform.platform()).leftOut().stream()
                .map(left -> JsonObject.builder()
                        .put("artifact", left.artifact().toString())
                        .put("why", left.why())
                        .build())
                .toList();
    }

    /** By its name too: layers of one key may have different names on different platforms. */
    private JsonObject named(PlannedLayer layer) {
        return JsonObject.builder()
                .put("name", layer.name())
                .put("key", key(layer))
                .build();
    }

    private String key(PlannedLayer layer) {
        return layers.get(layer).key().digest().text();
    }

    private JsonObject layer(PlannedLayer planned) {
        KeyedLayer layer = layers.get(planned);
        return JsonObject.builder()
                .put("name", planned.name())
                .put("key", key(planned))
                .put("compression", layer.compression().word())
                .put("files", layer.files())
                .put("contentSize", layer.contentSize())
                .putOnDemand(
                        "entries",
                        () -> layer.entries().stream()
                                .map(entry -> EntryJson.of(entry, inputs))
                                .iterator())
                .build();
    }
}
