package dev.layered.build;

import dev.layered.build.PublishSettings.Reuse;
import dev.layered.image.ImageReference;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer;
import dev.layered.outcome.Transfer.Way;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.ScriptedRegistry;
import dev.layered.registry.credential.CredentialSource;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Pushes of a project into a registry of the tests, each with an empty store, as on a machine that starts anew. */
final class TestPush implements AutoCloseable {

    final ScriptedRegistry registry = ScriptedRegistry.start();
    final List<String> told = new CopyOnWriteArrayList<>();
    private Registries registries = registries();
    private final Path folder;
    private final TestProject project;
    private List<ImageReference> cacheFrom = List.of();
    private Reuse reuse = Reuse.ALL;
    private Path store;
    private int stores;

    private final BuildLog log = new BuildLog() {
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
        Store opened = store();
        return publisher(opened, repository, tags)
                .publish(project.plan(), project.bases(opened))
                .outcome();
    }

    /** Returns what publishes in the run that is on. */
    ImagePublisher publisher(String repository, String... tags) {
        return publisher(store(), repository, tags);
    }

    private ImagePublisher publisher(Store opened, String repository, String... tags) {
        List<ImageReference> names =
                Stream.of(tags).map(tag -> reference(repository, tag)).toList();
        PublishSettings settings = new PublishSettings(registries, names, cacheFrom, reuse, 4);
        return new ImagePublisher(settings, opened, log);
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
        return outcome.platforms().stream().flatMap(platform -> platform.layers().stream());
    }

    @Override
    public void close() {
        registries.close();
        registry.close();
    }
}
