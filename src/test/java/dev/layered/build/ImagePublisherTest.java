package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.base.TestBases;
import dev.layered.build.PublishSettings.Reuse;
import dev.layered.image.Digest;
import dev.layered.image.ImageReference;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer.Way;
import dev.layered.registry.Reaction;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.Reply;
import dev.layered.registry.ScriptedRegistry;
import dev.layered.registry.ScriptedRegistry.Seen;
import dev.layered.registry.credential.CredentialSource;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImagePublisherTest {

    @TempDir
    Path folder;

    private ScriptedRegistry registry;
    private Registries registries;
    private TestProject project;
    private int stores;

    @BeforeEach
    void start() throws IOException {
        registry = ScriptedRegistry.start();
        registries = new Registries(RegistrySettings.standard(), CredentialSource.ANONYMOUS, BuildLog.SILENT);
        project = TestProject.in(folder.resolve("cart")).on("linux/amd64", "linux/arm64");
    }

    @AfterEach
    void stop() {
        registries.close();
        registry.close();
    }

    @Test
    void publishPutsBlobsThenManifestsThenTheIndexAndTheTagsLast() {
        PublishOutcome outcome = publish("shop/cart", Reuse.ALL, "1.0", "latest");

        List<String> puts = registry.requests().stream()
                .filter(seen -> seen.method().equals("PUT"))
                .map(Seen::target)
                .toList();
        int firstManifest = firstIndex(puts, "/manifests/");
        assertThat(puts.subList(0, firstManifest)).allMatch(put -> put.contains("/blobs/uploads/"));
        List<String> manifests = puts.subList(firstManifest, puts.size());
        assertThat(manifests).allMatch(put -> put.contains("/manifests/")).hasSize(5);
        assertThat(manifests.get(2)).endsWith(outcome.target().digest().text());
        assertThat(manifests.subList(3, 5))
                .containsExactly("/v2/shop/cart/manifests/1.0", "/v2/shop/cart/manifests/latest");
        assertThat(outcome.isNew()).isTrue();
        assertThat(ways(outcome)).containsOnly(Way.UPLOADED);
        assertThat(registry.contents().manifest("shop/cart", "latest"))
                .hasValueSatisfying(bytes ->
                        assertThat(Digest.of(bytes)).isEqualTo(outcome.target().digest()));
    }

    @Test
    void publishAgainWithAnEmptyStoreMakesNothingAndSendsNothing() {
        PublishOutcome first = publish("shop/cart", Reuse.ALL, "1.0");
        long sent = registry.bytesReceived();

        PublishOutcome again = publish("shop/cart", Reuse.ALL, "1.0");

        assertThat(registry.bytesReceived()).isEqualTo(sent);
        assertThat(origins(again)).containsOnly(LayerOrigin.PUBLISHED);
        assertThat(again.target()).isEqualTo(first.target());
        assertThat(again.isNew()).isFalse();
        assertThat(again.sent()).isZero();
    }

    @Test
    void publishOfAChangedClassWithAnEmptyStoreSendsItsLayerAndTheConfigs() throws IOException {
        publish("shop/cart", Reuse.ALL, "1.0");
        Path changed;
        try (Stream<Path> files = Files.walk(folder.resolve("cart/input/classes"))) {
            changed = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.writeString(changed, "another class");

        PublishOutcome again = publish("shop/cart", Reuse.ALL, "1.0");

        List<LayerOutcome> layers = again.platforms().get(0).layers();
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
        publish("shop/cart", Reuse.ALL, "1.0");

        PublishOutcome other = publish("shop/other", Reuse.ALL, List.of(reference("shop/cart", "1.0")), "1.0");

        assertThat(origins(other)).containsOnly(LayerOrigin.PUBLISHED);
        assertThat(registry.requests()).anyMatch(seen -> seen.target().contains("mount=sha256"));
        assertThat(ways(other).filter(way -> way == Way.UPLOADED))
                .as("the configs")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void publishWhenMountsAreRefusedMakesAndSendsTheLayers() {
        publish("shop/cart", Reuse.ALL, "1.0");
        registry.always("POST", "mount=", Reaction.status(404));

        PublishOutcome other = publish("shop/other", Reuse.ALL, List.of(reference("shop/cart", "1.0")), "1.0");

        assertThat(origins(other)).containsOnly(LayerOrigin.BUILT);
    }

    @Test
    void publishWhenABlobOfTheFormerImageIsGoneMakesItAgain() {
        publish("shop/cart", Reuse.ALL, "1.0");
        registry.always("HEAD", "/blobs/", Reaction.status(404));

        assertThat(origins(publish("shop/cart", Reuse.ALL, "2.0"))).containsOnly(LayerOrigin.BUILT);
    }

    @Test
    void publishWithoutReuseMakesEveryLayer() {
        publish("shop/cart", Reuse.ALL, "1.0");

        assertThat(origins(publish("shop/cart", Reuse.NONE, "1.0"))).containsOnly(LayerOrigin.BUILT);
        assertThat(origins(publish("shop/cart", Reuse.STORE, "1.0"))).containsOnly(LayerOrigin.BUILT);
    }

    @Test
    void publishWhenTheIndexIsRefusedLeavesTheTagAndSendsNoBlobTwice() {
        registry.always("PUT", "/manifests/1.0", Reaction.reply(Reply.error(400, "MANIFEST_INVALID", "no")));
        try {
            publish("shop/cart", Reuse.ALL, "1.0");
        } catch (dev.layered.failure.LayeredFailure refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
        assertThat(registry.contents().manifest("shop/cart", "1.0")).isEmpty();
        long sent = registry.count("PATCH", "/blobs/uploads/") + registry.count("PUT", "/blobs/uploads/");

        PublishOutcome other = publish("shop/cart", Reuse.ALL, "2.0");

        assertThat(registry.count("PATCH", "/blobs/uploads/") + registry.count("PUT", "/blobs/uploads/"))
                .isEqualTo(sent);
        assertThat(ways(other)).containsOnly(Way.THERE);
    }

    @Test
    void publishWhenTheRegistryMissesABlobAfterAllBringsTheBlobsAgain() {
        registry.once(
                "PUT", "/manifests/sha256", Reaction.reply(Reply.error(400, "MANIFEST_BLOB_UNKNOWN", "blob unknown")));

        assertThat(publish("shop/cart", Reuse.ALL, "1.0").isNew()).isTrue();
        assertThat(registry.contents().manifest("shop/cart", "1.0")).isPresent();
    }

    private PublishOutcome publish(String repository, Reuse reuse, String... tags) {
        return publish(repository, reuse, List.of(), tags);
    }

    /** Each run has an empty store, as on a machine that starts anew. */
    private PublishOutcome publish(String repository, Reuse reuse, List<ImageReference> cacheFrom, String... tags) {
        Path root = folder.resolve("store" + stores++);
        Store store = Store.open(root, root, BuildLog.SILENT);
        List<ImageReference> names =
                Stream.of(tags).map(tag -> reference(repository, tag)).toList();
        PublishSettings settings = new PublishSettings(registries, names, cacheFrom, reuse, 4);
        KeyedPlan keyed = KeyedPlan.of(project.plan(), TestBases.in(folder, store), store, BuildLog.SILENT);
        return new ImagePublisher(settings, store, BuildLog.SILENT).publish(keyed);
    }

    private ImageReference reference(String repository, String tag) {
        return registry.reference(repository).tagged(tag);
    }

    private static Stream<Way> ways(PublishOutcome outcome) {
        return outcome.transfers().values().stream().map(transfer -> transfer.way());
    }

    private static Stream<LayerOrigin> origins(PublishOutcome outcome) {
        return outcome.platforms().stream()
                .flatMap(platform -> platform.layers().stream())
                .map(LayerOutcome::origin);
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
