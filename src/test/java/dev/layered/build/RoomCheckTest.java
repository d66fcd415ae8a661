package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.base.BaseImage;
import dev.layered.base.BaseOrigin;
import dev.layered.base.PlanOnBase;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.ImageConfig;
import dev.layered.image.ImageReference;
import dev.layered.image.MediaType;
import dev.layered.image.Platform;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.layout.ImageLayout;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.PublishOutcome;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.SamplePlan;
import dev.layered.real.RealTool;
import dev.layered.real.SmallDisk;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Base layers that no disk has room for, and of which nobody reads a byte. */
final class RoomCheckTest {

    private static final Optional<ImageReference> REGISTRY =
            Optional.of(ImageReference.parse("localhost:5000/java:21"));

    @TempDir
    Path folder;

    private Store store;
    private ImageLayout layout;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("store"), folder, BuildLog.SILENT);
        layout = ImageLayout.in(folder.resolve("image"));
    }

    private static BaseImage base(String mediaType, boolean asPublished, Optional<ImageReference> origin) {
        BlobSource unread = descriptor -> {
            throw new AssertionError("it is read");
        };
        Descriptor layer = Descriptor.of(mediaType, Digest.of(new byte[1]), Long.MAX_VALUE / 4);
        return new BaseImage(
                ImageConfig.scratch(Platform.LINUX_AMD64),
                List.of(unread.blob(layer)),
                asPublished,
                origin.map(image -> new BaseOrigin(image, Digest.of(new byte[0]), true)));
    }

    private void check(BaseImage... bases) {
        new RoomCheck(store, layout, List.of(bases)).beforeBuild(List.of(), List.of());
    }

    @Test
    void beforeBuildCountsABaseLayerThatIsFetched() {
        BaseImage base = base(MediaType.OCI_LAYER_GZIP, true, REGISTRY);
        assertFailure(() -> check(base, base))
                .hasId("disk-short")
                .whatContains("up to 2305843.0 TB are going to be written")
                .where(folder.resolve("store").toString())
                .isOutside();
    }

    @Test
    void beforeBuildCountsABaseLayerThatIsCopiedOutOfAnotherLayout() {
        assertFailure(() -> check(base(MediaType.OCI_LAYER_GZIP, true, Optional.empty())))
                .hasId("disk-short")
                .where(folder.resolve("image").toString());
    }

    @Test
    void beforeBuildWhenNothingIsToBeWrittenSaysNothing() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void publishCountsOnlyTheLayersThatNobodyKnows() throws IOException {
        assumeTrue(RealTool.mayMount("a disk that is too small for a push"));
        TestProject project = TestProject.in(folder.resolve("project")).with("resources/noise", "n".repeat(500_000));
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 4);
                TestPush push = TestPush.of(project, folder)) {
            disk.leaveFree(100);
            assertFailure(() -> push.store(folder.resolve("disk/store")).again("shop/cart", "1"))
                    .hasId("disk-short")
                    .where(folder.resolve("disk/store").toString());
            assertThat(push.registry.count("POST", "/blobs/uploads/")).isZero();

            push.anew("shop/cart", "1");

            PublishOutcome known = push.store(folder.resolve("disk/store")).again("shop/cart", "1");
            assertThat(TestPush.origins(known)).containsOnly(LayerOrigin.PUBLISHED);
        }
    }

    @Test
    void compressedBaseWhenThereIsNoRoomTellsBeforeItReads() {
        Map<String, BaseImage> bases = Map.of("one", base(MediaType.OCI_LAYER, false, Optional.empty()));
        assertFailure(() -> new CompressedBase(store).of(bases))
                .hasId("disk-short")
                .where(folder.resolve("store").toString());
    }

    @Test
    void planOnBaseWhenThereIsNoRoomTellsBeforeItFetchesWhatItLists() {
        LayerEntry entry = LayerEntry.file("etc/cart.conf", new Content.OfBytes(new byte[1]), false);
        ImagePlan plan = SamplePlan.in(folder)
                .placed(new PlacedFile("extra", entry, "cart.conf", false))
                .plan();
        Map<Platform, BaseImage> bases = Map.of(Platform.LINUX_AMD64, base(MediaType.OCI_LAYER_GZIP, true, REGISTRY));
        assertFailure(() -> PlanOnBase.put(plan, bases, store, BuildLog.SILENT))
                .hasId("disk-short")
                .where(folder.resolve("store").toString());
        assertThat(folder.resolve("image")).doesNotExist();
    }
}
