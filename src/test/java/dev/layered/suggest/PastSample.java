package dev.layered.suggest;

import dev.layered.plan.Coordinates;
import dev.layered.plan.ProjectArtifact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Images for tests, written as {@code groupId:version:bytes}; a groupId that begins with {@code own} is a module's. */
final class PastSample {

    private PastSample() {}

    /** Returns an image of these artifacts, with 1000 bytes of own code. */
    static PastImage image(String... artifacts) {
        List<PastArtifact> all = new ArrayList<>();
        for (String artifact : artifacts) {
            String[] parts = artifact.split(":");
            boolean isModule = parts[0].startsWith("own");
            Coordinates of = new Coordinates(parts[0], parts[0] + "-all", "jar", "", isModule ? "1" : parts[1]);
            long bytes = Long.parseLong(parts[2]);
            all.add(new PastArtifact(
                    new ProjectArtifact(of, "jar", "compile", isModule, Path.of("none"), bytes),
                    isModule ? parts[1] : ""));
        }
        return new PastImage(all, new Piece("own", 1000));
    }
}
