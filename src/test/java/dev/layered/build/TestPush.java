package dev.layered.build;

import dev.layered.build.ImagePublisher.Published;
import dev.layered.build.PublishSettings.Reuse;
import dev.layered.image.ImageReference;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer;
import dev.layered.outcome.Transfer.Way;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.SampleIdentity;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.ScriptedRegistry;
import dev.layered.registry.credential.CredentialSource;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Pushes of a project into a registry of the tests, each with an empty store, as on a machine that starts anew. */
final class TestPush implements AutoCloseable {

    final ScriptedRegistry registry = ScriptedRegistry.start();
    final List<String> told = new CopyOnWriteArrayList<>();
    final List<String> made = new CopyOnWriteArrayList<>();
    private Registries registries = registries();
    private final Path folder;
    private final TestProject project;
    private List<ImageReference> cacheFrom = List.of();
    private Reuse reuse = Reuse.ALL;
    private Path store;
    private int stores;

    private final BuildLog log = new BuildLog() {
        @Override
        public void writingLayer(String name, int files, long size) {
            made.add(name);
        }

        @Override
        public void warning(String text) {
            told.add(text);
        }
    };

    private TestPush(Path folder, TestProject project) throws IOException {
        this.folder = folder;
        this.project = project.registries(() -> registries);
        newStore();
    }

    private static Registries registries() {
        return new Registries(RegistrySettings.standard(), CredentialSource.ANONYMOUS, BuildLog.SILENT);
    }

    static TestPush of(TestProject project, Path folder) throws IOException {
        return new TestPush(folder, project);
    }

    TestPush cacheFrom(String repository, String tag) {
        cacheFrom = List.of(reference(repository, tag));
        return this;
    }

    TestPush reuse(Reuse wanted) {
        reuse = wanted;
        return this;
    }

    TestPush newStore() {
        store = folder.resolve("store" + stores++);
        return this;
    }

    TestPush store(Path folder) {
        store = folder;
        return this;
    }

    /** Pushes with an empty store. */
    PublishOutcome anew(String repository, String... tags) {
        return newStore().again(repository, tags);
    }

    /** Pushes in a run of its own, with the store as it is. */
    PublishOutcome again(String repository, String... tags) {
        registries.close();
        registries = registries();
        return inSameRun(repository, tags);
    }

    PublishOutcome inSameRun(String repository, String... tags) {
        return publish(project.plan(identity(repository, tags))).get(0).get(0);
    }

    /** Publishes images in the run that is on; returns what each is in each of its repositories. */
    List<List<PublishOutcome>> publish(ImagePlan... plans) {
        return published(plans).stream().map(Published::outcomes).toList();
    }

    /** Does the same and returns the plans with the keys of their layers too. */
    List<Published> published(ImagePlan... plans) {
        Store opened = store();
        return new ImagePublisher(settings(), opened, log).publish(List.of(plans), project.bases(opened));
    }

    /** Returns what publishes images that are ready, in the run that is on. */
    LayoutPublisher ready(ImageIdentity... images) {
        return new LayoutPublisher(settings(), List.of(images), log);
    }

    private PublishSettings settings() {
        return new PublishSettings(registries, cacheFrom, reuse, 4);
    }

    /** Returns the identity of an only image that gets these tags. */
    ImageIdentity identity(String repository, String... tags) {
        return SampleIdentity.only("shop/cart:1.0", List.of(names(repository, tags)));
    }

    /** Returns names that stand for the whole image. */
    List<ImageName> names(String repository, String... tags) {
        return Stream.of(tags)
                .map(tag -> new ImageName(reference(repository, tag).toString(), Optional.empty()))
                .toList();
    }

    KeyedPlan keyed() {
        Store opened = store();
        BasedPlan based = BasedPlan.of(project.plan(), project.bases(opened), opened, BuildLog.SILENT);
        return KeyedPlan.of(based, opened.files());
    }

    Store store() {
        return Store.open(store, store, log);
    }

    /** Returns the names of the blobs in the store. */
    List<String> storedBlobs() throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("blobs"))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    ImageReference reference(String repository, String tag) {
        return registry.reference(repository).tagged(tag);
    }

    static Stream<Way> ways(PublishOutcome outcome) {
        return outcome.transfers().values().stream().map(Transfer::way);
    }

    static Stream<LayerOrigin> origins(PublishOutcome outcome) {
        return layers(outcome).map(LayerOutcome::origin);
    }

    static Stream<LayerOutcome> layers(PublishOutcome outcome) {
        return outcome.image().platforms().stream().flatMap(platform -> platform.layers().stream());
    }

    @Override
    public void close() {
        registries.close();
        registry.close();
    }
}
