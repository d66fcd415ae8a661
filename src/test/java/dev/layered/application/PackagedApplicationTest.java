package dev.layered.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.layer.Content;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.SampleArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a jar. */
final class PackagedApplicationTest {

    @TempDir
    private Path folder;

    private String appRoot = "/app";

    @BeforeEach
    void compileMain() throws IOException {
        Compiled.into(
                folder, 17, "shop/Main.java", "package shop; class Main { public static void main(String[] a){} }");
        Files.writeString(folder.resolve("application.properties"), "a=b");
    }

    private LaidOut layOut(String jar) {
        ApplicationSettings settings = new ApplicationSettings(
                appRoot,
                Optional.empty(),
                List.of(),
                List.of("/extra"),
                Optional.empty(),
                false,
                Content.Form.TIMELESS_JAR);
        JavaApplication application =
                new JavaApplication(OutputFolder.list(folder, folder), Optional.of(Path.of("target", jar)), settings);
        return LaidOut.of(application, List.of(SampleArtifact.of("g:lib:1")), application.mainClass());
    }

    @Test
    void layOutPutsTheJarInPlaceOfTheFilesAndFirstOnTheClassPath() {
        LaidOut application = layOut("cart-1.0.jar");
        assertThat(application.files()).hasSize(2);
        PlacedFile jar = application.files().get(0);
        assertThat(jar.layer()).isEqualTo("classes");
        assertThat(jar.entry().path()).isEqualTo("app/cart-1.0.jar");
        assertThat(jar.entry().content())
                .isEqualTo(new Content.OfFile(Path.of("target", "cart-1.0.jar"), Content.Form.TIMELESS_JAR));
        assertThat(application.classpath()).isEqualTo("/extra:/app/cart-1.0.jar:/app/libs/lib-1.jar");
        assertThat(application.entrypoint()).contains(List.of("java", "-cp", "@/app/classpath", "shop.Main"));
        assertThat(application.artifacts()).hasSize(1);
    }

    @Test
    void layOutWhenItIsSpringBootsOriginalBearsTheNameOfTheJar() {
        LaidOut application = layOut("cart-1.0.jar.original");
        assertThat(application.files().get(0).entry().path()).isEqualTo("app/cart-1.0.jar");
        assertThat(application.files().get(0).from()).endsWith("cart-1.0.jar.original");
        assertThat(application.classpath()).contains(":/app/cart-1.0.jar:");
    }

    @Test
    void layOutWhenAppRootIsTheImagesRootPutsTheJarThere() {
        appRoot = "";
        assertThat(layOut("cart.jar").files().get(0).entry().path()).isEqualTo("cart.jar");
        assertThat(layOut("cart.jar").classpath()).isEqualTo("/extra:/cart.jar:/libs/lib-1.jar");
    }

    @Test
    void layOutWithoutAMainClassStartsNothing() {
        ApplicationSettings settings = new ApplicationSettings(
                "/app", Optional.empty(), List.of(), List.of(), Optional.empty(), false, Content.Form.AS_IS);
        JavaApplication application =
                new JavaApplication(OutputFolder.list(folder.resolve("none"), folder), Optional.empty(), settings);
        assertThat(application.canStart()).isFalse();
        assertThat(LaidOut.of(application, List.of(), Optional.empty()).entrypoint())
                .isEmpty();
    }
}
