package dev.layered.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The class path of the image of one platform, and what starts the application by it.
 *
 * @param artifacts in Maven's order, those in the base image among them
 * @param leftOut artifacts of Maven's class path that this image does not have
 * @param launch what starts the application; none where nothing is started
 */
public record ClassPath(List<PlacedArtifact> artifacts, List<LeftOut> leftOut, Optional<Launch> launch) {

    /** Returns the class path of what is not started. */
    public static ClassPath of(List<PlacedArtifact> artifacts) {
        return new ClassPath(artifacts, List.of(), Optional.empty());
    }

    /** Returns the argument file for the launcher, where there is one. */
    Optional<PlacedFile> file() {
        return launch.map(start -> start.file(paths()));
    }

    /** Returns the command that starts the application; nothing where that of the base image is kept. */
    public Optional<List<String>> entrypoint() {
        return launch.flatMap(start -> start.entrypoint(paths()));
    }

    private List<String> paths() {
        return artifacts.stream().map(placed -> "/" + placed.entry().path()).toList();
    }

    /** Returns the class path with each artifact in another place. */
    public ClassPath moved(UnaryOperator<PlacedArtifact> move) {
        return new ClassPath(artifacts.stream().map(move).toList(), leftOut, launch);
    }

    /** Returns the class path with these options for the virtual machine alone. */
    public ClassPath flags(List<String> only) {
        return new ClassPath(artifacts, leftOut, launch.map(start -> start.flags(only)));
    }

    /** Returns the class path with more options for the virtual machine. */
    public ClassPath with(List<String> flags) {
        return new ClassPath(artifacts, leftOut, launch.map(start -> start.with(flags)));
    }

    /** Returns the artifacts that go into layers of ours. */
    Stream<PlacedArtifact> ours() {
        return artifacts.stream().filter(placed -> !placed.isInBase());
    }
}
