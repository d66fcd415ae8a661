package dev.layered.application;

import dev.layered.failure.LayeredFailure;
import dev.layered.folder.FoundFile;
import dev.layered.layer.Content;
import dev.layered.plan.ArtifactFileNames;
import dev.layered.plan.ClassPath;
import dev.layered.plan.Launch;
import dev.layered.plan.LeftOut;
import dev.layered.plan.PlacedArtifact;
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
    private final Optional<Path> jar;
    private final ApplicationSettings settings;
    private final MainClasses mainClasses;

    /**
     * Lays nothing out yet.
     *
     * @param output the project's classes and resources
     * @param jar the project's jar, which then goes into the image instead of them
     */
    public JavaApplication(OutputFolder output, Optional<Path> jar, ApplicationSettings settings) {
        this.output = output;
        this.jar = jar;
        this.settings = settings;
        this.mainClasses = MainClasses.among(output.classFiles());
    }

    /** Returns the folder of the application in the image, without a slash at either end; empty for the image's root. */
    public String root() {
        return settings.appRoot().replaceFirst("^/", "");
    }

    /** Whether anything is known that could start the application; several main classes are enough. */
    public boolean canStart() {
        return isTold() || mainClasses.count() > 0;
    }

    /** Whether it is clear what starts the application. */
    public boolean isClear() {
        return isTold() || mainClasses.count() == 1;
    }

    private boolean isTold() {
        return settings.entrypoint().isPresent() || settings.mainClass().isPresent();
    }

    /**
     * Returns the class that starts the application, or nothing where an entrypoint of the user's does.
     *
     * @throws LayeredFailure {@code main-class-none} or {@code main-class-many} if it is not clear what to start
     */
    public Optional<String> mainClass() {
        if (settings.entrypoint().isPresent()) {
            return Optional.empty();
        }
        Optional<String> found = settings.mainClass().or(mainClasses::only);
        return Optional.of(found.orElseThrow(JavaApplication::noMainClass));
    }

    /** Returns every file of the project itself with its place. */
    public List<PlacedFile> files() {
        return jar.map(file -> List.of(packaged(file))).orElseGet(this::exploded);
    }

    /**
     * Returns the class path of one platform, and what starts the application by it.
     *
     * @param mainClass without one nothing starts the application, unless an entrypoint of the user's does
     * @param artifacts in the order of Maven's class path
     */
    public ClassPath classPath(List<ProjectArtifact> artifacts, List<LeftOut> leftOut, Optional<String> mainClass) {
        Launch launch = new Launch(inImage("classpath"), head(), command(mainClass));
        return new ClassPath(libraries(artifacts), leftOut, Optional.of(launch));
    }

    /** Returns the artifacts, each with its place, for an image that starts nothing. */
    public ClassPath libraries(List<ProjectArtifact> artifacts, List<LeftOut> leftOut) {
        return new ClassPath(libraries(artifacts), leftOut, Optional.empty());
    }

    private List<PlacedArtifact> libraries(List<ProjectArtifact> artifacts) {
        List<PlacedArtifact> libraries = new ArrayList<>();
        ArtifactFileNames.assign(artifacts)
                .forEach((artifact, name) ->
                        libraries.add(PlacedArtifact.of(artifact, inImage("libs", name), settings.moduleJars())));
        return libraries;
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(settings.extraClasspath());
        if (jar.isPresent()) {
            head.add(settings.appRoot() + "/" + jarName(jar.get()));
        } else {
            head.add(settings.appRoot() + "/resources");
            head.add(settings.appRoot() + "/classes");
        }
        return head;
    }

    private Optional<Launch.Command> command(Optional<String> mainClass) {
        if (settings.entrypoint().isPresent()) {
            return settings.entrypoint()
                    .filter(own -> !own.inherit())
                    .map(own -> new Launch.Command.Words(own.words()));
        }
        boolean isExpanded = settings.expandClasspath() || mainClasses.areForJava8();
        return mainClass.map(name -> new Launch.Command.Java(settings.jvmFlags(), isExpanded, name));
    }

    private List<PlacedFile> exploded() {
        List<PlacedFile> files = new ArrayList<>();
        for (FoundFile found : output.files()) {
            Path file = found.file();
            StandardLayer layer = OutputFolder.isClass(file) ? StandardLayer.CLASSES : StandardLayer.RESOURCES;
            files.add(PlacedFile.of(layer, inImage(layer.layerName(), found.path()), new Content.OfFile(file)));
        }
        return files;
    }

    private PlacedFile packaged(Path file) {
        Content.OfFile own = new Content.OfFile(file, settings.moduleJars());
        return PlacedFile.of(StandardLayer.CLASSES, inImage(jarName(file)), own);
    }

    private static String jarName(Path file) {
        return file.getFileName().toString().replaceAll("\\.original$", "");
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
