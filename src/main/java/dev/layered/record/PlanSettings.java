package dev.layered.record;

import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import dev.layered.layer.Compression;
import dev.layered.plan.CompressionChoice;
import dev.layered.plan.ImagePlan;
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

    static JsonObject json(ImagePlan plan) {
        RuntimeConfig runtime = plan.settings().runtime();
        Map<String, List<String>> entrypoints = entrypoints(plan);
        Set<List<String>> different = new HashSet<>(entrypoints.values());
        boolean isShared =
                different.size() == 1 && entrypoints.size() == plan.platforms().size();
        return JsonObject.builder()
                .put("reference", plan.reference())
                .put("from", plan.base().from())
                .put("platforms", texts(plan.platformList()))
                .put("index", plan.isIndex())
                .put("created", plan.settings().created())
                .put("format", plan.settings().format().name())
                .put("appRoot", "/" + plan.settings().root())
                .putIfAny(
                        "depLayers",
                        plan.rules().stream()
                                .map(rule -> json(rule, plan.contents().compression()))
                                .toList())
                .put("layering", json(plan.contents().layering()))
                .put("compression", plan.contents().compression().usual().word())
                .putIfAny("extraDirectories", plan.notes().extraDirectories())
                .putIfAny("annotations", plan.settings().annotations())
                .putIfAny("user", runtime.user())
                .putIfAny("workingDirectory", runtime.workingDirectory())
                .putIfAny("entrypoint", isShared ? different.iterator().next() : List.of())
                .putIfAny("entrypoints", isShared ? Map.of() : entrypoints)
                .putIfAny("args", runtime.command())
                .putIfAny("environment", runtime.environment())
                .putIfAny("labels", runtime.labels())
                .putIfAny("ports", new TreeSet<>(runtime.ports()))
                .putIfAny("volumes", new TreeSet<>(runtime.volumes()))
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
