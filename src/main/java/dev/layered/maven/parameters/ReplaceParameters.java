package dev.layered.maven.parameters;

import dev.layered.maven.configuration.Reading;
import dev.layered.plan.ArtifactPattern;
import dev.layered.plan.ArtifactSwap.Replace;
import dev.layered.plan.Coordinates;
import java.util.Optional;

/** One {@code <replace>} of a variant: an artifact in the place of others. */
public final class ReplaceParameters {

    /** A pattern of the artifacts that are replaced. No default. Example: {@code com.microsoft.onnxruntime:onnxruntime}. */
    String artifact = "";

    /**
     * What takes their place, {@code groupId:artifactId[:type[:classifier]]:version}; without a version, or with an empty
     * one behind a type, it has that of the artifact replaced. No default. Example:
     * {@code com.microsoft.onnxruntime:onnxruntime_gpu}.
     */
    String by = "";

    /** Takes the short form, {@code pattern=by}. */
    public void set(String shortForm) {
        Pair pair = Pair.of(shortForm);
        artifact = pair.name();
        by = pair.value();
    }

    /** Returns the value; empty after {@code artifact-pattern} or {@code artifact-coordinates} was noted. */
    Optional<Replace> replace(Reading replace) {
        Optional<ArtifactPattern> pattern = replace.at("artifact").value(() -> ArtifactPattern.parse(artifact));
        Optional<Coordinates> other = WrittenCoordinates.readSameVersion(by, replace.at("by"));
        return pattern.flatMap(replaced -> other.map(coordinates -> new Replace(replaced, coordinates)));
    }
}
