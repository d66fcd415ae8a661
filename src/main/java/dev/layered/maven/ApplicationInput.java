package dev.layered.maven;

import dev.layered.application.JavaApplication;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.Words;
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
                mojo.container.application(DeclaredMainClass.of(mojo.project), reading.at("container")));
    }

    /** Returns the application. */
    JavaApplication application() {
        return application;
    }

    /** Returns why the module is no application, as far as its own classes tell. */
    Optional<String> unfit() {
        boolean unknown = preview && contents.isUncompiled();
        return unknown ? Optional.empty() : mojo.skipRules(mojo.project).reason(application);
    }

    /** Returns the main class inside the outer value, which is empty where a mistake was noted. */
    Optional<Optional<String>> mainClass() {
        boolean unknowable = !application.canStart() && (preview || contents.isUncompiled());
        Reading place = reading.at("container", "mainClass");
        return unknowable ? Optional.of(Optional.empty()) : place.value(application::mainClass);
    }
}
