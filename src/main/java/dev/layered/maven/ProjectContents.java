package dev.layered.maven;

import dev.layered.application.OutputFolder;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.plan.Coordinates;
import dev.layered.plan.ProjectArtifact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** What a Maven project gives to its image: the output folder and the resolved class path. */
final class ProjectContents {

    private final MavenProject project;
    private final ReactorModules modules;

    ProjectContents(MavenProject project, ReactorModules modules) {
        this.project = project;
        this.modules = modules;
    }

    /** Lists the project's classes and resources. */
    OutputFolder output() {
        return OutputFolder.list(Path.of(project.getBuild().getOutputDirectory()));
    }

    /**
     * Returns the artifacts of the class path in Maven's order; notes {@code module-unpackaged} where a module of this
     * run is only a folder of classes.
     */
    List<ProjectArtifact> artifacts(Mistakes mistakes) {
        List<ProjectArtifact> artifacts = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (!artifact.getArtifactHandler().isAddedToClasspath() || artifact.getFile() == null) {
                continue; // such as a pom or a zip: never on the class path
            }
            if (artifact.getFile().isDirectory()) {
                mistakes.add(unpackaged(artifact));
            } else {
                artifacts.add(read(artifact));
            }
        }
        return artifacts;
    }

    private ProjectArtifact read(Artifact artifact) {
        return new ProjectArtifact(
                coordinates(artifact),
                artifact.getArtifactHandler().getExtension(),
                artifact.getScope() == null ? Artifact.SCOPE_COMPILE : artifact.getScope(),
                modules.contain(artifact.getGroupId(), artifact.getArtifactId()),
                artifact.getFile().toPath());
    }

    /** Returns what names the artifact, with its base version. */
    static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getType(),
                artifact.getClassifier() == null ? "" : artifact.getClassifier(),
                artifact.getBaseVersion());
    }

    private Problem unpackaged(Artifact artifact) {
        return new Problem(
                "module-unpackaged",
                "The module " + Shown.quoted(artifact.getArtifactId())
                        + " is not packaged: Maven gives only its folder " + Shown.quoted(artifact.getFile()) + ".",
                "the dependencies of " + project.getArtifactId(),
                "run the goal after the phase package, e.g. mvn package");
    }
}
