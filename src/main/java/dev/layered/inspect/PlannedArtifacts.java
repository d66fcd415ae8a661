package dev.layered.inspect;

import dev.layered.failure.LayeredFailure;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.place.BuildFiles;
import dev.layered.record.LayerMark;
import dev.layered.record.PlanRecord;
import dev.layered.record.RecordedArtifact;
import dev.layered.record.RecordedPlan;
import java.nio.file.Path;
import java.util.HashMap;
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
    private final Optional<RecordedPlan> plan;

    private PlannedArtifacts(Optional<RecordedPlan> plan) {
        this.plan = plan;
        plan.ifPresent(found -> found.platforms().forEach(platform -> {
            for (RecordedArtifact artifact : platform.artifacts()) {
                artifacts.put(artifact.source(), artifact.coordinates());
            }
        }));
    }

    /** Returns what the record of a build or a push knows; nothing where there is none that can be read. */
    static PlannedArtifacts of(BuildFiles built) {
        return new PlannedArtifacts(Stream.of(PlanRecord.OF_IMAGE, PlanRecord.OF_PUSH)
                .flatMap(name -> read(built, name).stream())
                .findFirst());
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
        plan.map(found -> found.layers().get(mark)).ifPresent(layer -> {
            for (KeyedEntry entry : layer.entries()) {
                if (entry.entry().content() instanceof Content.OfFile of && artifacts.containsKey(of.file())) {
                    byPath.put(entry.entry().path(), artifacts.get(of.file()));
                }
            }
        });
        return byPath;
    }
}
