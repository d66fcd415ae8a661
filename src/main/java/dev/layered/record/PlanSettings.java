package dev.layered.record;

import dev.layered.image.Healthcheck;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import dev.layered.layer.Compression;
import dev.layered.plan.CompressionChoice;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.ImageSettings;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayeringChoice;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The effective configuration of a plan as JSON, of which the digest tells whether it changed. */
final class PlanSettings {

    private PlanSettings() {}

    /** Labels and annotations are those that do not rest on what the base is. */
    static JsonObject json(ImagePlan plan) {
        ImageSettings settings = plan.settings();
        RuntimeConfig runtime = settings.runtime();
        Map<String, List<String>> entrypoints = entrypoints(plan);
        Set<List<String>> different = new HashSet<>(entrypoints.values());
        boolean isShared =
                different.size() == 1 && entrypoints.size() == plan.platforms().size();
        return JsonObject.builder()
                .put("reference", plan.reference())
                .put("from", plan.base().from())
                .putIfAny("kind", plan.identity().isBase() ? Optional.of("base") : Optional.empty())
                .put("platforms", texts(plan.platformList()))
                .put("index", plan.isIndex())
                .put("created", settings.created())
                .put("format", settings.format().name())
                .put("appRoot", "/" + settings.root())
                .putIfAny(
                        "depLayers",
                        plan.rules().stream()
                                .map(rule -> json(rule, plan.contents().compression()))
                                .toList())
                .put("layering", json(plan.contents().layering()))
                .put("compression", plan.contents().compression().usual().word())
                .putIfAny("extraDirectories", plan.notes().extraDirectories())
                .putIfAny(
                        "imageInfo",
                        Optional.of(true).filter(on -> settings.info().isWhole()))
                .putIfAny("annotations", settings.annotations(settings.info()))
                .putIfAny("user", runtime.user())
                .putIfAny("workingDirectory", runtime.workingDirectory())
                .putIfAny("entrypoint", isShared ? different.iterator().next() : List.of())
                .putIfAny("entrypoints", isShared ? Map.of() : entrypoints)
                .putIfAny("args", runtime.command())
                .putIfAny("environment", runtime.environment())
                .putIfAny("labels", settings.labels(Map.of(), settings.info()))
                .putIfAny("ports", new TreeSet<>(runtime.ports()))
                .putIfAny("volumes", new TreeSet<>(runtime.volumes()))
                .putIfAny("stopSignal", runtime.other().text("StopSignal"))
                .putIfAny("healthcheck", runtime.other().object(Healthcheck.FIELD))
                .build();
    }

    /** Returns the words that start the image of each platform, where there are any. */
    private static Map<String, List<String>> entrypoints(ImagePlan plan) {
        Map<String, List<String>> entrypoints = new LinkedHashMap<>();
        for (Platform platform : plan.platformList()) {
            plan.runtime(platform).entrypoint().ifPresent(words -> entrypoints.put(platform.toString(), words));
        }
        return entrypoints;
    }

    private static JsonObject json(LayeringChoice layering) {
        return JsonObject.builder()
                .put("strategy", layering.strategy().name().toLowerCase(Locale.ROOT))
                .put("maxLayers", layering.maxLayers())
                .put("maxModuleLayers", layering.maxModuleLayers())
                .put("imageLayers", layering.imageLayers())
                .putIfAny("ownGroupIds", new TreeSet<>(layering.ownGroupIds()))
                .build();
    }

    private static JsonObject json(LayerRule rule, CompressionChoice compression) {
        return JsonObject.builder()
                .put("name", rule.name())
                .putIfAny("includes", texts(rule.includes()))
                .putIfAny("excludes", texts(rule.excludes()))
                .put("scopes", new TreeSet<>(rule.scopes()))
                .putIfAny("platforms", texts(rule.platforms()))
                .putIfAny(
                        "traits",
                        rule.traits().stream()
                                .map(trait -> trait.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList())
                .putIfAny(
                        "compression",
                        Optional.ofNullable(compression.layers().get(rule.name()))
                                .map(Compression::word))
                .build();
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
