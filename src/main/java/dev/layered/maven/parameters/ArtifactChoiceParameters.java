package dev.layered.maven.parameters;

import dev.layered.maven.configuration.Reading;
import dev.layered.plan.ArtifactPattern;
import dev.layered.plan.ArtifactSwap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The element {@code <artifacts>} of a variant: how its class path differs from the project's. */
public final class ArtifactChoiceParameters {

    /**
     * Artifacts added at the end of the class path, {@code groupId:artifactId[:type[:classifier]]:version}. By default
     * none. Example: {@code com.example:cuda-kernels:jar:linux-x86_64:1.0}.
     */
    List<String> includes;

    /** Patterns of artifacts that are left out. By default none. Example: {@code com.example:cpu-*}. */
    List<String> excludes;

    /**
     * Artifacts in the place of others. By default none. Example:
     * {@code <replace>com.microsoft.onnxruntime:onnxruntime=com.microsoft.onnxruntime:onnxruntime_gpu</replace>}.
     */
    List<ReplaceParameters> replaces;

    /** Returns the difference; notes {@code artifact-coordinates} and {@code artifact-pattern}. */
    ArtifactSwap swap(Reading artifacts) {
        return new ArtifactSwap(
                each(includes, artifacts.at("includes"), WrittenCoordinates::read),
                each(excludes, artifacts.at("excludes"), (text, item) -> item.value(() -> ArtifactPattern.parse(text))),
                each(replaces, artifacts.at("replaces"), ReplaceParameters::replace));
    }

    private static <T, R> List<R> each(List<T> items, Reading reading, BiFunction<T, Reading, Optional<R>> reader) {
        List<R> all = new ArrayList<>();
        List<T> given = Unset.none(items);
        for (int i = 0; i < given.size(); i++) {
            reader.apply(given.get(i), reading.item(i)).ifPresent(all::add);
        }
        return all;
    }
}
