package dev.layered.maven;

import dev.layered.application.OutputFolder;
import dev.layered.application.SpringBootJar;
import dev.layered.extra.ExtraDirectories;
import dev.layered.extra.PlacedExtras;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.folder.FoundFile;
import dev.layered.plan.Coordinates;
import dev.layered.plan.DependencyTree;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.ProjectArtifact;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** What a Maven project gives to its image: its own code, the resolved class path, and who brought in what. */
final class ProjectContents {

    private final MavenProject project;
    private final ReactorModules modules;
    private final Collection<Artifact> resolved;
    private final Supplier<DependencyTree> tree;
    private final Consumer<Problem> missing;
    private final OutputFolder output;

    /**
     * Lists the output folder, and reads nothing yet.
     *
     * @param resolved the artifacts of the class path in Maven's order
     * @param tree asked only where a rule follows the tree
     * @param missing is told what an image needs and the project has not got yet
     */
    ProjectContents(
            MavenProject project,
            ReactorModules modules,
            Collection<Artifact> resolved,
            Supplier<DependencyTree> tree,
            Consumer<Problem> missing) {
        this.project = project;
        this.modules = modules;
        this.resolved = resolved;
        this.tree = tree;
        this.missing = missing;
        this.output = OutputFolder.list(
                Path.of(project.getBuild().getOutputDirectory()),
                project.getBasedir().toPath());
    }

    /** Returns the project's classes and resources; tells {@code classes-none} where they are not made yet. */
    OutputFolder output() {
        if (isUncompiled()) {
            missing.accept(new Problem(
                    "classes-none",
                    "The project has sources, but no classes yet.",
                    project.getBuild().getOutputDirectory(),
                    "run the goal after the phase compile, e.g. mvn package"));
        }
        return output;
    }

    /** Returns the files of the output folder, whether anything is missing or not. */
    List<FoundFile> found() {
        return output.files();
    }

    /** Returns the modules of the source tree around the project. */
    ReactorModules modules() {
        return modules;
    }

    /** Whether there is something to compile or copy, and nothing that came of it. */
    boolean isUncompiled() {
        Stream<String> sources = Stream.concat(
                project.getCompileSourceRoots().stream(),
                project.getBuild().getResources().stream().map(Resource::getDirectory));
        boolean isEmpty = output.files().isEmpty() && output.ignored().isEmpty();
        return isEmpty && sources.anyMatch(folder -> Files.isDirectory(Path.of(folder)));
    }

    /** Returns the files of extra directories, with the notes on all that is laid out. */
    PlacedExtras extras(ExtraDirectories extras, Mistakes mistakes) {
        Path own = LayeredMojo.output(project);
        return extras.place(project.getBasedir().toPath(), own, output.ignored(), missing, mistakes);
    }

    /** Returns the dependency tree where a rule needs it. */
    DependencyTree tree(List<LayerRule> rules) {
        boolean needed = rules.stream().anyMatch(rule -> rule.is(Trait.TRANSITIVE));
        return needed ? tree.get() : DependencyTree.UNKNOWN;
    }

    /**
     * Returns the project's jar; of one that Spring Boot repackaged the plain one, or nothing where that is gone, so
     * that the classes are laid out as files. Tells {@code jar-none} where the project is not packaged.
     */
    Optional<Path> jar(Consumer<String> note) {
        File file = project.getArtifact().getFile();
        if (file == null || !file.isFile()) {
            missing.accept(new Problem(
                    "jar-none",
                    "The module " + Shown.quoted(project.getArtifactId()) + " has no jar yet.",
                    "<containerizingMode>packaged</containerizingMode>",
                    "run the goal in the same Maven run after the phase package, e.g. mvn package"));
            return Optional.empty();
        }
        Path jar = file.toPath();
        if (!SpringBootJar.is(jar)) {
            return Optional.of(jar);
        }
        Optional<Path> plain = SpringBootJar.plain(jar);
        note.accept(jar.getFileName() + " is Spring Boot's executable jar, which holds every library once more. "
                + plain.map(path -> path.getFileName() + " goes into the image in its place.")
                        .orElse("The classes that it was made of go into the image as files."));
        return plain;
    }

    /**
     * Returns the artifacts of the class path in Maven's order; tells {@code module-unpackaged} where a module of this
     * run is only a folder of classes, {@code artifact-unresolved} where there is no file.
     */
    List<ProjectArtifact> artifacts() {
        List<ProjectArtifact> artifacts = new ArrayList<>();
        for (Artifact artifact : resolved) {
            if (!artifact.getArtifactHandler().isAddedToClasspath()) {
                continue; // such as a pom or a zip: never on the class path
            }
            if (artifact.getFile() == null || artifact.getFile().isDirectory()) {
                missing.accept(unpackaged(artifact));
            } else {
                artifacts.add(read(artifact));
            }
        }
        return artifacts;
    }

    /** Returns what was resolved and where it lies, in Maven's order; nothing where nothing was resolved. */
    List<String> classPath() {
        return resolved.stream()
                .map(artifact -> artifact + " " + artifact.getFile())
                .toList();
    }

    private ProjectArtifact read(Artifact artifact) {
        return ProjectArtifact.of(
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
        if (artifact.getFile() == null && !modules.contain(artifact.getGroupId(), artifact.getArtifactId())) {
            return new Problem(
                    "artifact-unresolved",
                    "The artifact " + Shown.quoted(coordinates(artifact)) + " could not be resolved.",
                    "the dependencies of " + project.getArtifactId(),
                    "run mvn dependency:resolve to see why");
        }
        return new Problem(
                "module-unpackaged",
                "The module " + Shown.quoted(artifact.getArtifactId()) + " is not packaged"
                        + (artifact.getFile() == null
                                ? "."
                                : ": Maven gives only its folder " + Shown.quoted(artifact.getFile()) + "."),
                "the dependencies of " + project.getArtifactId(),
                "run the goal after the phase package, e.g. mvn package, with -am where only a part of the reactor is"
                        + " built, or install the module first");
    }
}
