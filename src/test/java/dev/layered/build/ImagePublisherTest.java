package dev.layered.build;

import static dev.layered.build.TestPush.origins;
import static dev.layered.build.TestPush.ways;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.build.PublishSettings.Reuse;
import dev.layered.failure.LayeredFailure;
import dev.layered.image.Digest;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer.Way;
import dev.layered.registry.Reaction;
import dev.layered.registry.Reply;
import dev.layered.registry.ScriptedRegistry.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImagePublisherTest {

    @TempDir
    Path folder;

    private TestProject project;
    private TestPush push;

    @BeforeEach
    void start() throws IOException {
        project = TestProject.in(folder.resolve("cart")).on("linux/amd64", "linux/arm64");
        push = TestPush.of(project, folder);
    }

    @AfterEach
    void stop() {
        push.close();
    }

    @Test
    void publishPutsBlobsThenManifestsThenTheIndexAndTheTagsLast() {
        PublishOutcome outcome = push.anew("shop/cart", "1.0", "latest");

        List<String> puts = push.registry.requests().stream()
                .filter(seen -> seen.method().equals("PUT"))
                .map(Seen::target)
                .toList();
        int firstManifest = firstIndex(puts, "/manifests/");
        assertThat(puts.subList(0, firstManifest)).allMatch(put -> put.contains("/blobs/uploads/"));
        List<String> manifests = puts.subList(firstManifest, puts.size());
        assertThat(manifests).allMatch(put -> put.contains("/manifests/")).hasSize(5);
        assertThat(manifests.get(2)).endsWith(outcome.image().target().digest().text());
        assertThat(manifests.subList(3, 5))
                .containsExactly("/v2/shop/cart/manifests/1.0", "/v2/shop/cart/manifests/latest");
        assertThat(outcome.isNew()).isTrue();
        assertThat(ways(outcome)).containsOnly(Way.UPLOADED);
        assertThat(push.registry.contents().manifest("shop/cart", "latest"))
                .hasValueSatisfying(bytes -> assertThat(Digest.of(bytes))
                        .isEqualTo(outcome.image().target().digest()));
    }

    @Test
    void publishAgainWithAnEmptyStoreMakesNothingAndSendsNothing() {
        PublishOutcome first = push.anew("shop/cart", "1.0");
        long sent = push.registry.bytesReceived();

        PublishOutcome again = push.anew("shop/cart", "1.0");

        assertThat(push.registry.bytesReceived()).isEqualTo(sent);
        assertThat(origins(again)).containsOnly(LayerOrigin.PUBLISHED);
        assertThat(again.image().target()).isEqualTo(first.image().target());
        assertThat(again.isNew()).isFalse();
        assertThat(again.sent()).isZero();
    }

    @Test
    void publishOfAChangedClassWithAnEmptyStoreSendsItsLayerAndTheConfigs() {
        push.anew("shop/cart", "1.0");
        project.with("classes/App.class", "another class");

        PublishOutcome again = push.anew("shop/cart", "1.0");

        List<LayerOutcome> layers = again.image().platforms().get(0).layers();
        assertThat(layers)
                .filteredOn(layer -> layer.origin() == LayerOrigin.BUILT)
                .extracting(LayerOutcome::name)
                .containsExactly("classes");
        assertThat(ways(again).filter(way -> way == Way.UPLOADED))
                .as("one layer, two configs")
                .hasSize(3);
    }

    @Test
    void publishTakesLayersOfAnotherRepositoryOfTheRegistryByMounting() {
        push.anew("shop/cart", "1.0");

        PublishOutcome other = push.cacheFrom("shop/cart", "1.0").anew("shop/other", "1.0");

        assertThat(origins(other)).containsOnly(LayerOrigin.PUBLISHED);
        assertThat(push.registry.requests()).anyMatch(seen -> seen.target().contains("mount=sha256"));
        assertThat(ways(other).filter(way -> way == Way.UPLOADED))
                .as("the configs")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void publishWhenMountsAreRefusedMakesAndSendsTheLayers() {
        push.anew("shop/cart", "1.0");
        push.registry.always("POST", "mount=", Reaction.status(404));

        PublishOutcome other = push.cacheFrom("shop/cart", "1.0").anew("shop/other", "1.0");

        assertThat(origins(other)).containsOnly(LayerOrigin.BUILT);
    }

    @Test
    void publishWhenABlobOfTheFormerImageIsGoneMakesItAgain() {
        push.anew("shop/cart", "1.0");
        push.registry.always("HEAD", "/blobs/", Reaction.status(404));

        assertThat(origins(push.anew("shop/cart", "2.0"))).containsOnly(LayerOrigin.BUILT);
    }

    @Test
    void publishWithoutReuseMakesEveryLayer() {
        push.anew("shop/cart", "1.0");

        assertThat(origins(push.reuse(Reuse.NONE).anew("shop/cart", "1.0"))).containsOnly(LayerOrigin.BUILT);
        assertThat(origins(push.reuse(Reuse.STORE).anew("shop/cart", "1.0"))).containsOnly(LayerOrigin.BUILT);
    }

    @Test
    void publishWhenTheIndexIsRefusedLeavesTheTagAndSendsNoBlobTwice() {
        push.registry.always("PUT", "/manifests/1.0", Reaction.reply(Reply.error(400, "MANIFEST_INVALID", "no")));
        try {
            push.anew("shop/cart", "1.0");
        } catch (LayeredFailure refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
        assertThat(push.registry.contents().manifest("shop/cart", "1.0")).isEmpty();
        long sent = push.registry.count("PATCH", "/blobs/uploads/") + push.registry.count("PUT", "/blobs/uploads/");

        PublishOutcome other = push.anew("shop/cart", "2.0");

        assertThat(push.registry.count("PATCH", "/blobs/uploads/") + push.registry.count("PUT", "/blobs/uploads/"))
                .isEqualTo(sent);
        assertThat(ways(other)).containsOnly(Way.THERE);
    }

    @Test
    void publishWhenTheRegistryMissesABlobAfterAllBringsTheBlobsAgain() {
        push.registry.once(
                "PUT", "/manifests/sha256", Reaction.reply(Reply.error(400, "MANIFEST_BLOB_UNKNOWN", "blob unknown")));

        assertThat(push.anew("shop/cart", "1.0").isNew()).isTrue();
        assertThat(push.registry.contents().manifest("shop/cart", "1.0")).isPresent();
    }

    private static int firstIndex(List<String> texts, String part) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).contains(part)) {
                return i;
            }
        }
        return texts.size();
    }
}
