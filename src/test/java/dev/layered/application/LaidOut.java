package dev.layered.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.layered.layer.Content;
import dev.layered.plan.ClassPath;
import dev.layered.plan.PlacedArtifact;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.ProjectArtifact;
import dev.layered.plan.SampleContents;
import java.util.List;
import java.util.Optional;

/** An application laid out for one platform, as a plan has it: its own files, the argument file, and the class path. */
record LaidOut(List<PlacedFile> files, ClassPath path) {

    static LaidOut of(JavaApplication application, List<ProjectArtifact> artifacts, Optional<String> mainClass) {
        ClassPath path = application.classPath(artifacts, List.of(), mainClass);
        return new LaidOut(SampleContents.files(application.files(), path), path);
    }

    List<PlacedArtifact> artifacts() {
        return path.artifacts();
    }

    Optional<List<String>> entrypoint() {
        return path.entrypoint();
    }

    /** Returns what the argument file says. */
    String classpath() {
        PlacedFile file = files.stream()
                .filter(f -> f.from().equals("classpath"))
                .findFirst()
                .orElseThrow();
        return new String(((Content.OfBytes) file.entry().content()).bytes(), UTF_8);
    }
}
