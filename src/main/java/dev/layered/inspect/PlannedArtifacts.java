package dev.layered.inspect;

import dev.layered.failure.LayeredFailure;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.place.BuildFiles;
import dev.layered.record.LayerMark;
import dev.layered.record.RecordedPlan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which artifacts a record knows by their paths in layers of ours.
 *
 * <p>The layer key covers the content of every file: what the record says of a key is true of any image that has it.
 */
final class PlannedArtifacts {

    private final Map<Path, String> artifacts = new HashMap<>();
    private final List<RecordedPlan> plans;

    private PlannedArtifacts(List<RecordedPlan> plans) {
        this.plans = plans;
        for (RecordedPlan plan : plans) {
            plan.platforms()
                    .forEach(platform -> platform.artifacts()
                            .forEach(artifact -> artifacts.put(artifact.source(), artifact.coordinates())));
        }
    }

    /** Returns what the records of builds and pushes know; nothing where there is none that can be read. */
    static PlannedArtifacts of(BuildFiles built) {
        return new PlannedArtifacts(built.records().stream()
                .flatMap(name -> read(built, name).stream())
                .toList());
    }

    private static Optional<RecordedPlan> read(BuildFiles built, String name) {
        try {
            return Optional.of(built.record(name));
        } catch (LayeredFailure e) {
            return Optional.empty(); // the jars tell too
        }
    }

    /** Returns the coordinates of the artifacts in that layer by their path, as text. */
    Map<String, String> in(LayerMark mark) {
        Map<String, String> byPath = new HashMap<>();
        plans.stream()
                .flatMap(plan -> Stream.ofNullable(plan.layers().get(mark)))
                .findFirst()
                .ifPresent(layer -> {
                    for (KeyedEntry entry : layer.entries()) {
                        if (entry.entry().content() instanceof Content.OfFile of && artifacts.containsKey(of.file())) {
                            byPath.put(entry.entry().path(), artifacts.get(of.file()));
                        }
                    }
                });
        return byPath;
    }
}
