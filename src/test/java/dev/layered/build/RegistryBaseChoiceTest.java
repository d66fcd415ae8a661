package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Blob;
import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.plan.BaseChoice;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which image of a registry a base is, and what is said where it is none. */
@Timeout(120)
final class RegistryBaseChoiceTest {

    @TempDir
    Path folder;

    private PublishedBase base;

    @BeforeEach
    void publish() throws IOException {
        base = PublishedBase.start();
        base.put(made("base", "linux/amd64", "linux/arm64", "linux/arm/v6", "linux/arm/v7"), "21");
    }

    @AfterEach
    void close() {
        base.close();
    }

    private BuildOutcome made(String name, String... platforms) {
        return TestProject.in(folder.resolve(name)).on(platforms).build();
    }

    private TestProject app(String tag) {
        return TestProject.in(folder.resolve("app")).from(base.name(tag)).registries(base::registries);
    }

    @Test
    void resolveTellsVariantsApartAndNamesTheRepositoryOfTheLayers() {
        Store store = Store.open(folder.resolve("s"), folder.resolve("t"), BuildLog.SILENT);
        List<Platform> wanted = List.of(Platform.parse("linux/arm/v6"), Platform.parse("linux/arm"));
        var bases = app("21").bases(store).resolve(new BaseChoice("registry://" + base.name("21"), "here"), wanted);

        assertThat(bases.values())
                .extracting(image -> image.config().platform().toString())
                .containsExactly("linux/arm/v6", "linux/arm/v7");
        assertThat(bases.values())
                .allSatisfy(image ->
                        assertThat(image.origin().orElseThrow().image()).hasToString(base.name("21")));
        assertThat(base.registry.count("GET", "/blobs/")).isEqualTo(2);
    }

    @Test
    void resolveWithAStoreForReadingWritesNothing() throws IOException {
        Store store = Store.forReading(folder.resolve("s"), BuildLog.SILENT);
        var image = app("21")
                .bases(store)
                .resolve(new BaseChoice(base.name("21"), "here"), List.of(Platform.LINUX_AMD64))
                .get(Platform.LINUX_AMD64);
        Blob layer = image.layers().get(0);

        try (var in = layer.open()) {
            assertThat(Digest.of(in.readAllBytes()))
                    .isEqualTo(layer.descriptor().digest());
        }
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void buildWhenThePlatformIsMissingTellsWhichThereAre() {
        assertFailure(() -> app("21").on("linux/s390x").build())
                .hasId("base-platform")
                .what("The base image '" + base.name("21") + "' has no image for 'linux/s390x'; it has linux/amd64,"
                        + " linux/arm/v6, linux/arm/v7, linux/arm64.")
                .where("<from> in pom.xml:7")
                .isMistake();
        assertThat(base.registry.count("GET", "/manifests/|/blobs/")).isEqualTo(1);
    }

    @Test
    void buildWhenTheOnlyImageIsForAnotherArchitectureFails() throws IOException {
        base.put(made("arm", "linux/arm64"), "arm");

        assertFailure(() -> app("arm").build()).hasId("base-platform").whatContains("it has linux/arm64.");
    }

    @Test
    void buildWhenThereIsNoSuchTagOrDigestSaysSo() {
        assertFailure(() -> app("22").build())
                .hasId("base-absent")
                .what("The registry has no '22' of the base image '" + base.name("22") + "'.")
                .where(base.name("22"))
                .fix("check the name and the tag, or choose another base")
                .isOutside();
        String digest = Digest.of(new byte[1]).text();
        assertFailure(() -> app("@" + digest).build()).hasId("base-absent").whatContains(digest);
    }

    @Test
    void buildWhenTheFormIsNotThatOfAReferenceSaysSo() {
        assertFailure(() -> app("21").from("No/Image").build())
                .hasId("image-reference")
                .where("<from> in pom.xml:7");
        for (String elsewhere : List.of("docker://alpine", "docker-daemon:alpine:3", "tar://base.tar")) {
            assertFailure(() -> app("21").from(elsewhere).build())
                    .hasId("base-kind")
                    .what("The base image '" + elsewhere + "' is of a kind that is not read.")
                    .where("<from> in pom.xml:7");
        }
        assertThat(base.requests()).isZero();
    }
}
