package dev.layered.build;

import static dev.layered.build.TestPush.layers;
import static dev.layered.build.TestPush.origins;
import static dev.layered.build.TestPush.ways;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.build.PublishSettings.Reuse;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.layer.KeyedLayer;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer.Way;
import dev.layered.registry.Reaction;
import dev.layered.registry.Reply;
import dev.layered.store.BlobFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Layers of which the digest is known and the bytes are not at hand. */
@Timeout(120)
final class StreamedLayerTest {

    private static final Digest OTHER = Digest.of("something else".getBytes());

    @TempDir
    Path folder;

    private TestProject project;
    private TestPush push;

    @BeforeEach
    void start() throws IOException {
        project = TestProject.in(folder.resolve("cart"));
        push = TestPush.of(project, folder);
    }

    @AfterEach
    void stop() {
        push.close();
    }

    private void deleteStoredBlobs() throws IOException {
        DamageTest.deleteTree(folder.resolve("store1/v1/blobs"));
        assertThat(push.storedBlobs()).isEmpty();
    }

    @Test
    void publishWhenTheStoreKnowsALayerWithoutItsBytesSendsItWhileItIsMadeAndStoresNothing() throws IOException {
        PublishOutcome first = push.anew("shop/cart", "1");
        deleteStoredBlobs();

        PublishOutcome other = push.reuse(Reuse.STORE).again("shop/other", "1");

        assertThat(other.image().target()).isEqualTo(first.image().target());
        assertThat(origins(other)).containsOnly(LayerOrigin.BUILT);
        assertThat(ways(other)).containsOnly(Way.UPLOADED);
        assertThat(push.storedBlobs()).isEmpty();
        for (LayerOutcome layer : layers(first).toList()) {
            Digest digest = layer.descriptor().digest();
            assertThat(push.registry.contents().blob("shop/other", digest)).isPresent();
        }
    }

    @Test
    void publishWhenTheTargetHasALayerThatTheStoreKnowsWithoutItsBytesMakesNothing() throws IOException {
        push.anew("shop/cart", "1");
        deleteStoredBlobs();

        PublishOutcome again = push.reuse(Reuse.STORE).again("shop/cart", "2");

        assertThat(origins(again)).containsOnly(LayerOrigin.PUBLISHED);
        assertThat(again.sent()).isZero();
    }

    @Test
    void publishWhenMountsAreRefusedSendsLayersOfCacheFromWhileTheyAreMade() throws IOException {
        push.anew("shop/cart", "1");
        push.registry.always("POST", "mount=", Reaction.status(404));

        PublishOutcome other = push.cacheFrom("shop/cart", "1").anew("shop/other", "1");

        assertThat(origins(other)).containsOnly(LayerOrigin.BUILT);
        assertThat(push.storedBlobs()).isEmpty();
    }

    @Test
    void publishWhenTheConnectionBreaksMakesTheLayerOnceMore() {
        push.anew("shop/cart", "1");
        push.registry.always("POST", "mount=", Reaction.status(404));
        push.registry.on("PUT", "shop/other/blobs/uploads", 2, Reaction.resetAfter(10));

        push.cacheFrom("shop/cart", "1").anew("shop/other", "1");

        assertThat(push.registry.contents().manifest("shop/other", "1")).isPresent();
    }

    @Test
    void publishWhenAKnownLayerIsAnotherPublishesTheOneThatIsMade() throws IOException {
        KeyedLayer lied = push.keyed().layers().values().iterator().next();
        Descriptor told = Descriptor.of(MediaType.OCI_LAYER_GZIP, OTHER, 14);
        new BlobFacts(push.store(), "layer")
                .remember(lied.key().digest(), new BlobFacts.Known(told, Optional.of(OTHER)));

        PublishOutcome outcome = push.again("shop/cart", "1");

        assertThat(push.told).hasSize(1).first().asString().endsWith("every layer is made.");
        assertThat(origins(outcome)).containsOnly(LayerOrigin.BUILT);
        assertThat(push.registry.contents().blob("shop/cart", OTHER)).isEmpty();
        assertThat(outcome.image().target())
                .isEqualTo(push.anew("shop/right", "1").image().target());
    }

    @Test
    void publishWhenAPublishedLayerIsLostMeanwhileMakesItAgain() {
        PublishOutcome first = push.anew("shop/cart", "1");
        Digest lost = layers(first).findFirst().orElseThrow().descriptor().digest();
        project.with("classes/App.class", "another class");
        push.registry.once("PUT", "/manifests/1", (exchange, usual) -> {
            push.registry.contents().lose("shop/cart", lost);
            Reaction.reply(Reply.error(404, "MANIFEST_BLOB_UNKNOWN", "blob unknown"))
                    .react(exchange, usual);
        });

        PublishOutcome again = push.anew("shop/cart", "1");

        assertThat(push.registry.contents().blob("shop/cart", lost)).isPresent();
        assertThat(again.transfers().get(lost).way()).isEqualTo(Way.UPLOADED);
        assertThat(again.isNew()).isTrue();
    }
}
