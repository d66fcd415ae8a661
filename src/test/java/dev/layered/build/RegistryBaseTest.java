package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds on an image of a registry, and on what the local store knows of it. */
@Timeout(120)
final class RegistryBaseTest {

    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private PublishedBase base;
    private BuildOutcome published;

    @BeforeEach
    void publish() throws IOException {
        base = PublishedBase.start();
        published = made("base", "linux/amd64", "linux/arm64", "linux/arm/v6", "linux/arm/v7");
        base.put(published, "21");
    }

    @AfterEach
    void close() {
        base.close();
    }

    private BuildOutcome made(String name, String... platforms) {
        return TestProject.in(folder.resolve(name))
                .with("libs/lib-1.0.jar", "of " + name)
                .with("resources/app.properties", "of " + name)
                .with("classes/App.class", "of " + name)
                .on(platforms)
                .build();
    }

    private TestProject app(String tag) {
        return TestProject.in(folder.resolve("app"))
                .from(base.name(tag))
                .registries(base::registries)
                .log(new Telling());
    }

    private String pin() {
        return "@" + published.image().target().digest();
    }

    @Test
    void buildOnATagPutsOurLayersAboveTheRegistrysAndFetchesOnlyWhatItNeeds() throws IOException {
        BuildOutcome outcome = app("21").on("linux/arm64").build();

        assertThat(BuiltLayout.checked(outcome.layout()).layerDigests().subList(0, 3))
                .isEqualTo(published.image().platforms().get(1).layers().stream()
                        .map(layer -> layer.descriptor().digest().text())
                        .toList());
        assertThat(base.registry.count("HEAD", "/manifests/21$")).isEqualTo(1);
        assertThat(base.registry.count("GET", "/manifests/")).isEqualTo(2);
        assertThat(base.registry.count("GET", "/blobs/")).isEqualTo(4);
        assertThat(told)
                .contains("base image " + base.name("21") + " is "
                        + published.image().target().digest())
                .anyMatch(line -> line.startsWith("fetching"));
    }

    @Test
    void buildOnATagLinksWhatItFetchedIntoTheLayout() throws IOException {
        BuildOutcome outcome = app("21").build();

        for (LayerOutcome layer : published.image().platforms().get(0).layers()) {
            Digest digest = layer.descriptor().digest();
            assertThat(Files.isSameFile(stored(digest), outcome.layout().resolve("blobs/sha256/" + digest.hex())))
                    .as("a layer takes no room twice")
                    .isTrue();
        }
    }

    @Test
    void buildWhenEverythingIsStoredAsksForTheTagAlone() {
        BuildOutcome first = app("21").build();
        int before = base.requests();

        BuildOutcome second = app("21").build();

        assertThat(second.image().target()).isEqualTo(first.image().target());
        assertThat(second.unchanged()).isTrue();
        assertThat(base.requests() - before).isEqualTo(1);
        assertThat(base.registry.count("HEAD", "/manifests/21$")).isEqualTo(2);
    }

    @Test
    void buildWhenAPinnedDigestIsStoredAsksNothing() {
        app("21").build();
        app("old" + pin()).build();
        int before = base.requests();

        app(pin()).build();
        app("21" + pin()).build();

        assertThat(base.requests()).isEqualTo(before);
    }

    @Test
    void buildWhenTheTagMovedTakesTheNewImage() throws IOException {
        app("21").build();
        BuildOutcome newer = made("newer", "linux/amd64");
        base.put(newer, "21");

        BuildOutcome outcome = app("21").build();

        assertThat(BuiltLayout.checked(outcome.layout()).layerDigests().get(0))
                .isEqualTo(newer.image()
                        .platforms()
                        .get(0)
                        .layers()
                        .get(0)
                        .descriptor()
                        .digest()
                        .text());
    }

    @Test
    void buildOfflineTakesWhatTheStoreHas() throws IOException {
        BuildOutcome online = app("21").build();
        int before = base.requests();
        try (Stream<Path> files = Files.walk(folder.resolve("app/target"))) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> assertThat(file.toFile().delete()).isTrue());
        }

        BuildOutcome offline = app("21").offline(true).build();

        assertThat(offline.image().target()).isEqualTo(online.image().target());
        assertThat(base.requests()).isEqualTo(before);
        assertThat(told).anyMatch(line -> line.endsWith(", as the local store knows it"));
    }

    @Test
    void buildOfflineWhenTheStoreLacksTheTagThePlatformOrALayerSaysWhat() throws IOException {
        assertFailure(() -> app("21").offline(true).build())
                .hasId("base-offline")
                .what("The base image '" + base.name("21")
                        + "' cannot be had offline: what 21 stands for is not in the local store.")
                .where(base.name("21"))
                .fix("run it once without -o, or name a base that lies on this machine")
                .isOutside();
        app("21").build();
        assertFailure(() -> app("21").on("linux/arm64").offline(true).build())
                .hasId("base-offline")
                .whatContains("the manifest sha256:");
        Digest layer = published
                .image()
                .platforms()
                .get(0)
                .layers()
                .get(0)
                .descriptor()
                .digest();
        Files.delete(stored(layer));
        Files.delete(folder.resolve("app/target/layered/image/blobs/sha256/" + layer.hex()));
        assertFailure(() -> app("21").offline(true).build())
                .hasId("base-offline")
                .whatContains("the layer " + layer + " is not");
    }

    private Path stored(Digest digest) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("app/store"))) {
            return files.filter(file -> file.getFileName().toString().equals(digest.hex()))
                    .filter(file -> file.toString().contains("blobs"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void buildWhenStoredPartsAreDamagedFetchesThemAgain() throws IOException {
        BuildOutcome first = app("21").build();
        Digest layer = published
                .image()
                .platforms()
                .get(0)
                .layers()
                .get(0)
                .descriptor()
                .digest();
        for (Digest digest : List.of(layer, published.image().target().digest())) {
            Path file = stored(digest);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            file.toFile().setWritable(true);
            Files.write(file, bytes); // the layout has the same file where it was linked
        }

        BuildOutcome again = app("21").build();

        assertThat(again.image().target()).isEqualTo(first.image().target());
        BuiltLayout.checked(again.layout());
        assertThat(told).filteredOn(line -> line.contains("was damaged")).isNotEmpty();
    }

    /** Hears notes, warnings and downloads. */
    private final class Telling implements BuildLog {

        @Override
        public void note(String text) {
            told.add(text);
        }

        @Override
        public void warning(String text) {
            told.add(text);
        }

        @Override
        public Progress begin(Work work) {
            told.add(work.kind() == Work.Kind.FETCH ? "fetching " + work.name() : work.name());
            return Progress.UNHEARD;
        }
    }
}
