package dev.layered.build;

import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonBuilder;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.layer.KeyedLayer;
import dev.layered.plan.Assignment;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.PlatformPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes {@code plan.json}: the plan, every input it rests on, and the digest of the configuration, so that a later
 * goal can tell whether a layout is still true.
 *
 * <p>Documented in {@code docs/outputs.md}.
 */
final class PlanRecord {

    /** What the last plan or build would make. */
    static final String OF_PLAN = "plan.json";

    /** What the image in the layout was made from; only a build writes it. */
    static final String OF_IMAGE = "image.plan.json";

    private static final int SCHEMA = 1;

    private final KeyedPlan keyed;
    private final List<String> leftOut;
    private final InputFiles inputs;

    private PlanRecord(KeyedPlan keyed, List<String> leftOut, Path project) {
        this.keyed = keyed;
        this.leftOut = leftOut;
        this.inputs = new InputFiles(project);
    }

    /**
     * Returns the document, whose long lists are made while it is written; files below {@code project} are named
     * relative to it.
     *
     * @param leftOut what an image needs and the plan has not got, because it is not made yet
     */
    static JsonObject json(KeyedPlan keyed, List<String> leftOut, Path project) {
        return new PlanRecord(keyed, leftOut, project).json();
    }

    private JsonObject json() {
        JsonObject settings = PlanSettings.json(keyed.plan());
        return JsonObject.builder()
                .put("schema", SCHEMA)
                .put("configuration", Digest.of(Json.bytes(settings)).text())
                .put("settings", settings)
                .putIfAny("leftOut", leftOut)
                .put(
                        "platforms",
                        keyed.plan().platforms().stream().map(this::platform).toList())
                .putOnDemand(
                        "layers",
                        () -> keyed.planned().stream().map(this::layer).iterator())
                .putOnDemand("inputs", inputs.json(keyed.layers().values()))
                .build();
    }

    private JsonObject platform(PlatformPlan platform) {
        return JsonObject.builder()
                .put("platform", platform.platform().toString())
                .put("layers", platform.layers().stream().map(this::named).toList())
                .putIfAny("empty", platform.empty())
                .put(
                        "artifacts",
                        platform.assignments().stream()
                                .map(PlanRecord::assignment)
                                .toList())
                .build();
    }

    private static JsonObject assignment(Assignment assignment) {
        return JsonObject.builder()
                .put("artifact", assignment.artifact().coordinates().toString())
                .put("scope", assignment.artifact().scope())
                .put("layer", assignment.layer())
                .put("reason", assignment.reason().name().toLowerCase(Locale.ROOT))
                .putIfAny("alsoMatching", assignment.alsoMatching())
                .build();
    }

    /** By its name too: layers of one key may have different names on different platforms. */
    private JsonObject named(PlannedLayer layer) {
        return JsonObject.builder()
                .put("name", layer.name())
                .put("key", key(layer))
                .build();
    }

    private String key(PlannedLayer layer) {
        return keyed.layers().get(layer).key().digest().text();
    }

    private JsonObject layer(PlannedLayer planned) {
        KeyedLayer layer = keyed.layers().get(planned);
        return JsonObject.builder()
                .put("name", planned.name())
                .put("key", key(planned))
                .put("files", layer.files())
                .put("contentSize", layer.contentSize())
                .putOnDemand(
                        "entries",
                        () -> layer.entries().stream().map(this::entry).iterator())
                .build();
    }

    private JsonObject entry(KeyedEntry entry) {
        JsonBuilder json = JsonObject.builder()
                .put("path", "/" + entry.entry().path())
                .put("mode", String.format("%04o", entry.entry().mode()));
        if (entry.entry().uid() != 0 || entry.entry().gid() != 0) {
            json.put("owner", entry.entry().uid() + ":" + entry.entry().gid());
        }
        if (entry.entry().content() instanceof Content.Link link) {
            json.put("link", link.target());
        } else if (!(entry.entry().content() instanceof Content.Directory)) {
            json.put("digest", entry.content().text());
        }
        if (entry.entry().content() instanceof Content.OfFile source) {
            json.put("source", inputs.name(source.file()));
        }
        return json.build();
    }
}
