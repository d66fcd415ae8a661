package dev.layered.maven;

import dev.layered.application.ApplicationSettings;
import dev.layered.application.JavaApplication;
import dev.layered.application.OutputFolder;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.Words;
import dev.layered.plan.ClassPath;
import dev.layered.plan.LeftOut;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.ProjectArtifact;
import java.util.List;
import java.util.Optional;

/** Reads what the application of a module is, and what starts it. */
final class ApplicationInput {

    private static final List<String> FOR_SERVERS = List.of("war", "ear", "rar");
    private static final List<String> QUARKUS =
            List.of("io.quarkus:quarkus-maven-plugin", "io.quarkus.platform:quarkus-maven-plugin");
    private static final List<String> MODES = List.of("exploded", "packaged");

    private final LayeredMojo mojo;
    private final Reading reading;
    private final boolean preview;
    private final ProjectContents contents;
    private final JavaApplication application;

    /**
     * Reads the project's classes.
     *
     * @param preview whether a project that is not compiled yet is an application too
     */
    ApplicationInput(LayeredMojo mojo, Reading reading, boolean preview, ProjectContents contents) {
        this.mojo = mojo;
        this.reading = reading;
        this.preview = preview;
        this.contents = contents;
        this.application = read();
    }

    private JavaApplication read() {
        ApplicationSettings settings =
                mojo.container.application(DeclaredMainClass.of(mojo.project), reading.at("container"));
        if (mojo.isBase()) {
            return new JavaApplication(OutputFolder.none(), Optional.empty(), settings);
        }
        String packaging = mojo.project.getPackaging();
        if (FOR_SERVERS.contains(packaging)) {
            mojo.getLog()
                    .warn("The packaging " + packaging + " is laid out as a plain Java application, not for a server.");
        }
        if (QUARKUS.stream().anyMatch(plugin -> mojo.project.getPlugin(plugin) != null)) {
            mojo.getLog()
                    .warn("Quarkus makes classes of its own in target/quarkus-app; they are not laid out, so the image"
                            + " cannot start the application.");
        }
        String mode =
                Words.read("containerizingMode", mojo.containerizingMode, MODES, reading.at("containerizingMode"));
        return new JavaApplication(
                contents.output(),
                mode.equals("packaged") ? contents.jar(mojo.getLog()::info) : Optional.empty(),
                settings);
    }

    /** Returns the folder of the application in the image, without a slash at either end. */
    String root() {
        return application.root();
    }

    /** Returns why the module is no application, as far as its own classes tell. */
    Optional<String> unfit() {
        boolean unknown = preview && contents.isUncompiled();
        return unknown ? Optional.empty() : mojo.skipRules(mojo.project).reason(application);
    }

    /** Returns the files of the project itself. */
    List<PlacedFile> files() {
        return mojo.isBase() ? List.of() : application.files();
    }

    /** Returns the class path of one platform with what starts the application; empty where a mistake was noted. */
    Optional<ClassPath> classPath(List<ProjectArtifact> artifacts, List<LeftOut> leftOut) {
        if (mojo.isBase()) {
            return reading.mistakes().collect(() -> application.libraries(artifacts, leftOut));
        }
        return mainClass()
                .flatMap(name -> reading.mistakes().collect(() -> application.classPath(artifacts, leftOut, name)));
    }

    /** Returns the main class inside the outer value, which is empty where a mistake was noted. */
    private Optional<Optional<String>> mainClass() {
        boolean unknowable = !application.canStart() && (preview || contents.isUncompiled());
        Reading place = reading.at("container", "mainClass");
        return unknowable ? Optional.of(Optional.empty()) : place.value(application::mainClass);
    }
}
