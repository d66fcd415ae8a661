package dev.layered.application;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.application.ApplicationSettings.Entrypoint;
import dev.layered.layer.Content;
import dev.layered.plan.Coordinates;
import dev.layered.plan.ProjectArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaApplicationTest {

    private static final List<ProjectArtifact> ARTIFACTS = Stream.of("z:lib:1", "a:lib:1", "m:tool:2-SNAPSHOT")
            .map(JavaApplicationTest::artifact)
            .toList();

    @TempDir
    private Path folder;

    private String appRoot = "/app";
    private Optional<String> mainClass = Optional.empty();
    private List<String> jvmFlags = List.of();
    private List<String> extraClasspath = List.of();
    private Optional<Entrypoint> entrypoint = Optional.empty();
    private boolean expand;
    private List<ProjectArtifact> artifacts = ARTIFACTS;
    private Content.Form moduleJars = Content.Form.AS_IS;

    private static ProjectArtifact artifact(String text) {
        String[] words = text.split(":");
        Coordinates coordinates = new Coordinates(words[0], words[1], "jar", "", words[2]);
        return new ProjectArtifact(
                coordinates, "jar", "compile", false, Path.of("repository", text.replace(':', '_')), 0);
    }

    private static ProjectArtifact module(String text) {
        ProjectArtifact artifact = artifact(text);
        return ProjectArtifact.of(artifact.coordinates(), "jar", "compile", true, artifact.file());
    }

    @BeforeEach
    void compileMain() {
        Compiled.into(
                folder, 17, "shop/Main.java", "package shop; class Main { public static void main(String[] a){} }");
    }

    private LaidOut layOut() {
        ApplicationSettings settings =
                new ApplicationSettings(appRoot, mainClass, jvmFlags, extraClasspath, entrypoint, expand, moduleJars);
        JavaApplication application =
                new JavaApplication(OutputFolder.list(folder, folder), Optional.empty(), settings);
        return LaidOut.of(application, artifacts, application.mainClass());
    }

    @Test
    void layOutTakesJarsOfModulesInTheirForm() {
        artifacts = List.of(artifact("g:other:1"), module("g:module:1"));
        moduleJars = Content.Form.TIMELESS_JAR;
        assertThat(layOut().artifacts())
                .extracting(placed -> ((Content.OfFile) placed.entry().content()).form())
                .containsExactly(Content.Form.AS_IS, Content.Form.TIMELESS_JAR);
    }

    @Test
    void layOutPutsFilesWhereJibDoesAndKeepsMavensOrder() throws IOException {
        Files.writeString(folder.resolve("application.properties"), "a=b");
        LaidOut application = layOut();
        assertThat(application.files())
                .extracting(file -> file.layer() + " " + file.entry().path() + " " + file.from())
                .containsExactly(
                        "resources app/resources/application.properties " + folder.resolve("application.properties"),
                        "classes app/classes/shop/Main.class " + folder.resolve("shop/Main.class"),
                        "start app/classpath classpath");
        assertThat(application.artifacts())
                .extracting(placed ->
                        placed.entry().path() + " " + placed.artifact().coordinates())
                .containsExactly(
                        "app/libs/z-lib-1.jar z:lib:1",
                        "app/libs/a-lib-1.jar a:lib:1",
                        "app/libs/tool-2-SNAPSHOT.jar m:tool:2-SNAPSHOT");
        assertThat(application.classpath())
                .isEqualTo("/app/resources:/app/classes:/app/libs/z-lib-1.jar:/app/libs/a-lib-1.jar"
                        + ":/app/libs/tool-2-SNAPSHOT.jar");
        assertThat(application.entrypoint()).contains(List.of("java", "-cp", "@/app/classpath", "shop.Main"));
    }

    @Test
    void layOutWhenAppRootIsTheImagesRootOrNestedPutsFilesThere() {
        appRoot = "";
        assertThat(layOut().files().get(0).entry().path()).isEqualTo("classes/shop/Main.class");
        assertThat(layOut().entrypoint()).contains(List.of("java", "-cp", "@/classpath", "shop.Main"));
        assertThat(layOut().classpath()).startsWith("/resources:/classes:/libs/z-lib-1.jar");
        appRoot = "/opt/my app";
        assertThat(layOut().files().get(0).entry().path()).isEqualTo("opt/my app/classes/shop/Main.class");
        assertThat(layOut().classpath()).startsWith("\"/opt/my app/resources:").endsWith(".jar\"");
    }

    @Test
    void layOutPutsExtraClasspathFirstAndFlagsBeforeIt() {
        extraClasspath = List.of("/extra/*", "/more");
        jvmFlags = List.of("-Xmx1g", "-Dx=a b");
        assertThat(layOut().classpath()).startsWith("/extra/*:/more:/app/resources:");
        assertThat(layOut().entrypoint())
                .contains(List.of("java", "-Xmx1g", "-Dx=a b", "-cp", "@/app/classpath", "shop.Main"));
    }

    @Test
    void layOutWhenForJava8OrAskedWritesTheClassPathIntoTheEntrypoint() {
        expand = true;
        List<String> words = layOut().entrypoint().orElseThrow();
        assertThat(words.get(2)).isEqualTo(layOut().classpath());
        expand = false;
        Compiled.into(
                folder, 8, "shop/Main.java", "package shop; class Main { public static void main(String[] a){} }");
        assertThat(layOut().entrypoint()).contains(words);
        appRoot = "/my app"; // the entrypoint is no argument file: no quotes
        assertThat(layOut().entrypoint().orElseThrow().get(2)).startsWith("/my app/resources:/my app/classes:");
    }

    @Test
    void layOutWhenMainClassIsNamedTakesIt() {
        mainClass = Optional.of("other.Start");
        assertThat(layOut().entrypoint().orElseThrow()).endsWith("other.Start");
    }

    @Test
    void layOutWhenEntrypointIsInheritedHasNone() throws IOException {
        Files.delete(folder.resolve("shop/Main.class"));
        entrypoint = Optional.of(new Entrypoint(true, List.of()));
        assertThat(layOut().entrypoint()).isEmpty();
        assertThat(layOut().classpath()).startsWith("/app/resources:");
    }

    @Test
    void layOutWhenEntrypointIsTheUsersTakesIt() throws IOException {
        Files.delete(folder.resolve("shop/Main.class"));
        entrypoint = Optional.of(new Entrypoint(false, List.of("/bin/run", "x")));
        assertThat(layOut().entrypoint()).contains(List.of("/bin/run", "x"));
    }

    @Test
    void layOutWhenNothingCanStartItTellsHowToNameIt() throws IOException {
        Files.move(folder.resolve("shop/Main.class"), folder.resolve("shop/notes.txt"));
        assertFailure(this::layOut)
                .hasId("main-class-none")
                .what("No class of the project has a main method.")
                .where("the project's classes")
                .fix("name the class that starts the application in <container><mainClass>, set"
                        + " <container><entrypoint>, or <skip>true</skip> where the module is no application")
                .isMistake();
    }
}
