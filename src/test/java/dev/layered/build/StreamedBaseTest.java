package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer.Way;
import dev.layered.registry.Reaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A base image of one registry under an image that is pushed to another one. */
@Timeout(120)
final class StreamedBaseTest {

    @TempDir
    Path folder;

    private PublishedBase base;
    private TestPush push;
    private TestProject project;
    private List<Digest> layers;

    @BeforeEach
    void start() throws IOException {
        base = PublishedBase.start();
        BuildOutcome built = TestProject.in(folder.resolve("base"))
                .with("libs/lib-1.0.jar", "a library of the base")
                .with("resources/app.properties", "a resource of the base")
                .with("classes/App.class", "a class of the base")
                .build();
        base.put(built, "21");
        layers = built.image().platforms().get(0).layers().stream()
                .map(LayerOutcome::descriptor)
                .map(Descriptor::digest)
                .toList();
        project = TestProject.in(folder.resolve("cart")).from(base.name("21"));
        push = TestPush.of(project, folder);
    }

    @AfterEach
    void stop() {
        push.close();
        base.close();
    }

    private String blob(int layer) {
        return "/blobs/" + layers.get(layer);
    }

    private void assertBaseIsThere() {
        layers.forEach(digest ->
                assertThat(push.registry.contents().blob("shop/cart", digest)).isPresent());
        assertThat(push.registry.contents().manifest("shop/cart", "1")).isPresent();
    }

    @Test
    void publishPassesLayersOnAndStoresNoneOfThem() throws IOException {
        PublishOutcome outcome = push.anew("shop/cart", "1");

        assertBaseIsThere();
        assertThat(push.storedBlobs())
                .doesNotContainAnyElementsOf(layers.stream().map(Digest::hex).toList());
        for (int i = 0; i < layers.size(); i++) {
            assertThat(base.registry.count("GET", blob(i))).isEqualTo(1);
            assertThat(outcome.transfers().get(layers.get(i)).way()).isEqualTo(Way.UPLOADED);
        }
    }

    @Test
    void publishOfAnotherImageInTheSameRunMountsWhatTheFirstOneBrought() {
        push.anew("shop/cart", "1");

        PublishOutcome other = push.newStore().inSameRun("shop/other", "1");

        layers.forEach(digest -> assertThat(other.transfers().get(digest).way()).isEqualTo(Way.MOUNTED));
        assertThat(base.registry.count("GET", blob(0))).isEqualTo(1);
    }

    @Test
    void publishAgainFetchesNoLayer() {
        push.anew("shop/cart", "1");
        long sent = push.registry.bytesReceived();
        project.with("classes/App.class", "another class");

        push.anew("shop/cart", "2");

        assertThat(base.registry.count("GET", blob(0))).isEqualTo(1);
        assertThat(push.registry.bytesReceived() - sent).isLessThan(10_000);
    }

    @Test
    void publishWhenTheStoreHasTheLayersFetchesNone() {
        BuildOutcome built = project.build();
        assertThat(built.image().platforms()).hasSize(1);
        long fetched = base.registry.count("GET", blob(0));

        push.store(project.store).again("shop/cart", "1");

        assertBaseIsThere();
        assertThat(base.registry.count("GET", blob(0))).isEqualTo(fetched).isEqualTo(1);
    }

    @Test
    void publishWhenAStoredLayerIsDamagedFetchesIt() throws IOException {
        project.build();
        DamageTest.damage(DamageTest.stored(project, layers.get(0).hex()));

        push.store(project.store).again("shop/cart", "1");

        assertBaseIsThere();
        assertThat(push.told).hasSize(1);
    }

    @Test
    void publishWhenTheUploadBreaksFetchesTheLayerOnceMore() {
        push.registry.on("PUT", "/blobs/uploads", 4, Reaction.resetAfter(10));

        push.anew("shop/cart", "1");

        assertBaseIsThere();
    }

    @Test
    void publishWhenTheDownloadBreaksGoesOn() {
        base.registry.once("GET", blob(0), Reaction.cutAfter(100));

        push.anew("shop/cart", "1");

        assertBaseIsThere();
    }

    @Test
    void publishWhenOtherBytesComeFetchesTheLayerOnceMoreAndNeverPublishesThem() {
        base.registry.once("GET", blob(0), flipped());
        push.anew("shop/cart", "1");
        assertBaseIsThere();

        base.registry.always("GET", blob(0), flipped());
        assertFailure(() -> push.anew("shop/other", "1")).hasId("registry-blob-wrong");
        assertThat(push.registry.contents().blob("shop/other", layers.get(0))).isEmpty();
        assertThat(push.registry.contents().manifest("shop/other", "1")).isEmpty();
        assertThat(base.registry.count("GET", blob(0))).isEqualTo(4);
    }

    private static Reaction flipped() {
        return Reaction.change(reply -> {
            byte[] bytes = reply.body().clone();
            bytes[bytes.length / 2] ^= 1;
            return reply.body(bytes);
        });
    }
}
