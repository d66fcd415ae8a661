package dev.layered.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.History;
import dev.layered.image.ImageConfig;
import dev.layered.image.Platform;
import dev.layered.json.JsonObject;
import dev.layered.tar.TarEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images whose digests fit and that are not what was built. */
final class RecordFaultsTest {

    private static final int RESOURCES = 1;
    private static final String WHERE = "layer resources of the image for linux/amd64";

    @TempDir
    private Path folder;

    private BuiltSample built;

    @BeforeEach
    void build() {
        built = BuiltSample.of(ImageVerifierTest.sample(folder).on("linux/amd64", "linux/arm64"), folder);
    }

    private static ImageConfig with(ImageConfig config, Platform platform, List<Digest> diffIds) {
        return new ImageConfig(
                platform,
                config.created(),
                config.author(),
                config.runtime(),
                diffIds,
                config.history(),
                config.other());
    }

    @Test
    void verifyWhenTwoLayersAreSwappedTellsOfTheirEntries() {
        built.change(
                0,
                config -> BuiltSample.with(config, BuiltSample.swapped(config.diffIds(), 1, 2)),
                manifest -> BuiltSample.with(manifest, BuiltSample.swapped(manifest.layers(), 1, 2)));
        FailureAssert faults = built.assertFaults();
        faults.problem(0)
                .hasId("verify-entry")
                .what("'/app/classes' is in the layer, but not in the record.")
                .where(WHERE);
    }

    @Test
    void verifyWhenTwoLayersAreSwappedWithTheirHistoryTellsTheOrders() {
        built.change(
                0,
                config -> new ImageConfig(
                        config.platform(),
                        config.created(),
                        config.author(),
                        config.runtime(),
                        BuiltSample.swapped(config.diffIds(), 1, 2),
                        BuiltSample.swapped(config.history(), 1, 2),
                        config.other()),
                manifest -> BuiltSample.with(manifest, BuiltSample.swapped(manifest.layers(), 1, 2)));
        built.assertFaults()
                .hasId("verify-layers")
                .whatContains("classes (", "resources (", ", the record says dependencies (")
                .where("the image for linux/amd64");
    }

    @Test
    void verifyWhenALayerIsLeftOutTellsWhichShouldBeThere() {
        built.change(
                0,
                config -> new ImageConfig(
                        config.platform(),
                        config.created(),
                        config.author(),
                        config.runtime(),
                        config.diffIds().subList(0, 3),
                        config.history().subList(0, 3),
                        config.other()),
                manifest -> BuiltSample.with(manifest, manifest.layers().subList(0, 3)));
        built.assertFaults().hasId("verify-layers");
    }

    @Test
    void verifyWhenALayerIsCalledByControlCharactersShowsThemHarmless() {
        Digest wrong = Digest.of(new byte[] {1});
        built.changeConfig(0, config -> {
            History step = config.history().get(1);
            Optional<String> name = Optional.of("layered \u001b[2J");
            History renamed = new History(step.created(), name, step.author(), step.comment(), false);
            return new ImageConfig(
                    config.platform(),
                    config.created(),
                    config.author(),
                    config.runtime(),
                    BuiltSample.replaced(config.diffIds(), 1, wrong),
                    BuiltSample.replaced(config.history(), 1, renamed),
                    config.other());
        });
        built.assertFaults().problem(0).hasId("check-diff-ids").where("layer \\u001b[2J of the image for linux/amd64");
    }

    @Test
    void verifyWhenADiffIdIsWrongTells() {
        Digest wrong = Digest.of(new byte[] {1});
        built.changeConfig(
                0, config -> with(config, config.platform(), BuiltSample.replaced(config.diffIds(), 1, wrong)));
        built.assertFaults().hasId("check-diff-ids").where(WHERE);
    }

    @Test
    void verifyWhenASizeIsWrongTells() {
        built.change(
                0,
                config -> config,
                manifest -> BuiltSample.with(
                        manifest,
                        BuiltSample.replaced(
                                manifest.layers(),
                                0,
                                Descriptor.of(
                                        manifest.layers().get(0).mediaType(),
                                        manifest.layers().get(0).digest(),
                                        3))));
        built.assertFaults().hasId("check-size").whatContains("bytes, not 3.");
    }

    @Test
    void verifyWhenThePlatformOfAConfigIsAnotherTellsBoth() {
        built.changeConfig(0, config -> with(config, Platform.parse("linux/s390x"), config.diffIds()));
        built.assertFaults().hasId("check-platform").what("The index says linux/amd64, the config linux/s390x.");
    }

    @Test
    void verifyWhenAPlatformIsGoneOrTheirOrderIsAnotherTells() {
        List<Descriptor> manifests = built.index().value().manifests();
        built.changeIndex(BuiltSample.swapped(manifests, 0, 1));
        built.assertFaults()
                .hasId("verify-platforms")
                .what("The platforms of the image are linux/arm64, linux/amd64, the record says linux/amd64,"
                        + " linux/arm64.")
                .where("the image index");
        built.changeIndex(manifests.subList(0, 1));
        built.assertFaults().hasId("verify-platforms");
    }

    private FailureAssert assertEntry(UnaryOperator<TarEntry> change) {
        built.changeLayer(0, RESOURCES, SampleTar.changed(built.tar(0, RESOURCES), "app/resources/a.txt", change));
        return built.assertFaults().hasId("verify-entry").where(WHERE);
    }

    @Test
    void verifyWhenAModeIsAnotherTellsBoth() {
        assertEntry(e -> new TarEntry(e.path(), e.kind(), 0755, e.owner(), e.time(), e.size(), e.link()))
                .what("'/app/resources/a.txt' has the mode '0755', the record says '0644'.");
    }

    @Test
    void verifyWhenAnOwnerIsAnotherTellsBoth() {
        assertEntry(e -> new TarEntry(
                        e.path(), e.kind(), e.mode(), new TarEntry.Owner(7, 8), e.time(), e.size(), e.link()))
                .what("'/app/resources/a.txt' has the owner '7:8', the record says '0:0'.");
    }

    @Test
    void verifyWhenATimeIsAnotherTellsBoth() {
        Instant time = Instant.ofEpochSecond(3);
        assertEntry(e -> new TarEntry(e.path(), e.kind(), e.mode(), e.owner(), time, e.size(), e.link()))
                .what("'/app/resources/a.txt' has the time '1970-01-01T00:00:03Z', the record says"
                        + " '1970-01-01T00:00:01Z'.");
    }

    private FailureAssert assertParts(Consumer<List<SampleTar.Part>> change) {
        built.changeLayer(0, RESOURCES, SampleTar.with(built.tar(0, RESOURCES), change));
        return built.assertFaults();
    }

    private static SampleTar.Part last(List<SampleTar.Part> parts) {
        return parts.get(parts.size() - 1);
    }

    @Test
    void verifyWhenContentIsAnotherTellsBothDigests() {
        byte[] other = "c".getBytes(StandardCharsets.UTF_8);
        assertParts(parts -> parts.set(
                        parts.size() - 1, new SampleTar.Part(last(parts).entry(), other)))
                .hasId("verify-entry")
                .whatContains("'/app/resources/b.txt' has the content '" + Digest.of(other) + "'");
    }

    @Test
    void verifyWhenAFileIsALinkTellsBothKinds() {
        assertParts(parts -> parts.set(
                        parts.size() - 1,
                        new SampleTar.Part(
                                new TarEntry(
                                        "app/resources/b.txt",
                                        TarEntry.Kind.LINK,
                                        0644,
                                        TarEntry.Owner.ROOT,
                                        Instant.ofEpochSecond(1),
                                        0,
                                        "a.txt"),
                                new byte[0])))
                .hasId("verify-entry")
                .what("'/app/resources/b.txt' has the kind 'symbolic link', the record says 'file'.");
    }

    @Test
    void verifyWhenAnEntryIsMissingNamesIt() {
        assertParts(parts -> parts.remove(last(parts)))
                .hasId("verify-entry")
                .what("'/app/resources/b.txt' is missing in the layer.");
    }

    @Test
    void verifyWhenAnEntryIsTwiceNamesIt() {
        assertParts(parts -> parts.add(last(parts)))
                .hasId("verify-path-twice")
                .what("'/app/resources/b.txt' is twice in the layer.")
                .where(WHERE);
    }

    @Test
    void verifyWhenTheTarIsNoneTells() {
        built.changeLayer(0, RESOURCES, new byte[] {1, 2, 3});
        built.assertFaults().hasId("tar-unreadable");
    }

    @Test
    void verifyWhenThereAreVeryManyFaultsShowsSomeAndCountsTheRest() {
        built.changeLayer(0, RESOURCES, SampleTar.with(built.tar(0, RESOURCES), parts -> {
            for (int i = 0; i < 400; i++) {
                parts.add(new SampleTar.Part(
                        new TarEntry("x" + i, TarEntry.Kind.DIRECTORY, 0755, TarEntry.Owner.ROOT, Instant.EPOCH, 0, ""),
                        new byte[0]));
            }
        }));
        assertThat(built.verify(false).faults()).hasSize(101);
        built.assertFaults().problem(100).hasId("verify-more").what("300 more faults were found.");
    }

    @Test
    void verifyWhenTheConfigIsAnotherTellsOfEachField() {
        built.changeConfig(
                0,
                config -> new ImageConfig(
                        config.platform(),
                        Optional.of("2024-01-01T00:00:00Z"),
                        config.author(),
                        config.runtime(),
                        config.diffIds(),
                        config.history(),
                        JsonObject.empty()));
        built.assertFaults()
                .hasId("verify-config")
                .what("The created of the image is '2024-01-01T00:00:00Z', the record says '1970-01-01T00:00:00Z'.")
                .where("the config of the image for linux/amd64");
    }
}
