package dev.layered.application;

import dev.layered.failure.LayeredFailure;
import dev.layered.plan.ArtifactFileNames;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.ProjectArtifact;
import dev.layered.plan.StandardLayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Java application laid out in files: {@code libs}, {@code resources} and {@code classes} below the application's
 * root, as Jib has it, and the class path as an argument file {@code classpath}.
 */
public final class JavaApplication {

    private final OutputFolder output;
    private final List<ProjectArtifact> artifacts;
    private final ApplicationSettings settings;
    private final MainClasses mainClasses;

    /**
     * Lays nothing out yet.
     *
     * @param artifacts in the order of Maven's class path
     */
    public JavaApplication(OutputFolder output, List<ProjectArtifact> artifacts, ApplicationSettings settings) {
        this.output = output;
        this.artifacts = artifacts;
        this.settings = settings;
        this.mainClasses = MainClasses.among(output.classFiles());
    }

    /** Whether anything is known that could start the application; several main classes are enough. */
    public boolean canStart() {
        return settings.entrypoint().isPresent() || settings.mainClass().isPresent() || mainClasses.any();
    }

    /**
     * Returns every file with its place and layer, and what starts the application.
     *
     * @throws LayeredFailure {@code main-class-none} or {@code main-class-many} if it is not clear what to start
     */
    public Application layOut() {
        List<PlacedFile> files = new ArrayList<>();
        List<String> classpath = new ArrayList<>(settings.extraClasspath());
        boolean ownEntrypoint = settings.entrypoint().isPresent();
        classpath.add(settings.appRoot() + "/resources");
        classpath.add(settings.appRoot() + "/classes");
        for (Path file : output.files()) {
            StandardLayer layer = OutputFolder.isClass(file) ? StandardLayer.CLASSES : StandardLayer.RESOURCES;
            files.add(PlacedFile.of(layer, inImage(layer.layerName(), output.relative(file)), file, file.toString()));
        }
        ArtifactFileNames.assign(artifacts).forEach((artifact, name) -> {
            files.add(PlacedFile.of(
                    StandardLayer.of(artifact),
                    inImage("libs", name),
                    artifact.file(),
                    artifact.coordinates().toString()));
            classpath.add(settings.appRoot() + "/libs/" + name);
        });
        files.add(PlacedFile.of(
                StandardLayer.START,
                inImage("classpath"),
                ArgumentFile.quote(String.join(":", classpath)),
                "classpath"));
        if (ownEntrypoint) {
            return new Application(
                    files, settings.entrypoint().filter(e -> !e.inherit()).map(e -> e.words()));
        }
        String mainClass = settings.mainClass().or(mainClasses::only).orElseThrow(JavaApplication::noMainClass);
        boolean expand = settings.expandClasspath() || mainClasses.areForJava8();
        String path = expand ? String.join(":", classpath) : "@" + settings.appRoot() + "/classpath";
        List<String> entrypoint = new ArrayList<>(List.of("java"));
        entrypoint.addAll(settings.jvmFlags());
        entrypoint.addAll(List.of("-cp", path, mainClass));
        return new Application(files, Optional.of(List.copyOf(entrypoint)));
    }

    private String inImage(String... parts) {
        return (settings.appRoot() + "/" + String.join("/", parts)).substring(1);
    }

    private static LayeredFailure noMainClass() {
        return LayeredFailure.mistake(
                "main-class-none",
                "No class of the project has a main method.",
                "the project's classes",
                "name the class that starts the application in <container><mainClass>, set <container><entrypoint>,"
                        + " or <skip>true</skip> where the module is no application");
    }
}
