package dev.layered.build;

import dev.layered.base.BaseImages;
import dev.layered.base.TestBases;
import dev.layered.image.ImageFormat;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.layer.Compression;
import dev.layered.layer.Content;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.plan.BaseChoice;
import dev.layered.plan.ClassPath;
import dev.layered.plan.CompressionChoice;
import dev.layered.plan.DependencyTree;
import dev.layered.plan.FileNotes;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageInfo;
import dev.layered.plan.ImageName;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.ImageSettings;
import dev.layered.plan.Launch;
import dev.layered.plan.LayerPlanner;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.PlanContents;
import dev.layered.plan.SampleContents;
import dev.layered.plan.SampleIdentity;
import dev.layered.plan.SizeLimits;
import dev.layered.plan.StandardLayer;
import dev.layered.registry.Registries;
import dev.layered.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A small project in a folder, with its own store, that tests change and build. */
public final class TestProject {

    public final Path folder;
    public final Path output;
    public final Path store;
    private String from = "scratch";
    private List<Platform> platforms = List.of(Platform.LINUX_AMD64);
    private RuntimeConfig runtime = RuntimeConfig.NONE;
    private ImageFormat format = ImageFormat.OCI;
    private Map<String, String> annotations = Map.of("org.opencontainers.image.title", "Cart");
    private ImageInfo info = ImageInfo.NONE;
    private SizeLimits sizes = SizeLimits.NONE;
    private CompressionChoice compression = CompressionChoice.DEFAULT;
    private boolean alwaysIndex;
    private BuildLog log = BuildLog.SILENT;
    private Supplier<Registries> registries;
    private boolean offline;

    private TestProject(Path folder, Path output, Path store) {
        this.folder = folder;
        this.output = output;
        this.store = store;
    }

    /** Returns a project of what is in the folder, which may be shared, with its output and its store elsewhere. */
    public static TestProject of(Path folder, Path output, Path store) {
        return new TestProject(folder, output, store);
    }

    /** Returns a project with one library, one resource and one class. */
    public static TestProject in(Path folder) {
        return of(folder, folder.resolve("target/layered"), folder.resolve("store"))
                .with("libs/lib-1.0.jar", "a library")
                .with("resources/app.properties", "colour=blue")
                .with("classes/App.class", "a class");
    }

    /** Writes a file of the image; its first folder is its layer, where {@code libs} means dependencies. */
    public TestProject with(String path, String content) {
        try {
            Path file = folder.resolve("input").resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestProject from(String base) {
        from = base;
        return this;
    }

    public TestProject on(String... names) {
        platforms = List.of(names).stream().map(Platform::parse).toList();
        return this;
    }

    TestProject runtime(RuntimeConfig wanted) {
        runtime = wanted;
        return this;
    }

    TestProject format(ImageFormat wanted) {
        format = wanted;
        return this;
    }

    /** Compresses all layers so. */
    public TestProject compression(String word) {
        return compression(new CompressionChoice(Compression.of(word), Map.of()));
    }

    TestProject compression(CompressionChoice wanted) {
        compression = wanted;
        return this;
    }

    /** Allows so many bytes. */
    TestProject sizes(SizeLimits wanted) {
        sizes = wanted;
        return this;
    }

    TestProject annotations(Map<String, String> wanted) {
        annotations = wanted;
        return this;
    }

    TestProject info(ImageInfo wanted) {
        info = wanted;
        return this;
    }

    TestProject alwaysIndex() {
        alwaysIndex = true;
        return this;
    }

    /** Looks for bases in registries too. */
    public TestProject registries(Supplier<Registries> known) {
        registries = known;
        return this;
    }

    /** Asks no registry. */
    TestProject offline(boolean wanted) {
        offline = wanted;
        return this;
    }

    public TestProject log(BuildLog listener) {
        log = listener;
        return this;
    }

    ImagePlan plan() {
        return plan(SampleIdentity.only(
                "shop/cart:1.0", List.of(List.of(new ImageName("shop/cart:1.0", Optional.empty())))));
    }

    /** Returns the plan of an image that is called so. */
    ImagePlan plan(ImageIdentity identity) {
        PlanContents contents = new PlanContents(
                files(),
                SampleContents.same(new ClassPath(List.of(), List.of(), launch()), platforms),
                List.of(),
                DependencyTree.UNKNOWN,
                LayeringChoice.DEFAULT.within(sizes),
                compression);
        ImageSettings settings = new ImageSettings(runtime, annotations, "1970-01-01T00:00:00Z", format, "app", info);
        return new ImagePlan(
                identity,
                new BaseChoice(from, "<from> in pom.xml:7"),
                contents,
                LayerPlanner.plan(contents),
                settings,
                FileNotes.NONE,
                alwaysIndex);
    }

    /** Returns what starts it, where the configuration has words for that. */
    private Optional<Launch> launch() {
        return runtime.entrypoint()
                .map(words -> new Launch(
                        "app/classpath", List.of("/app/classes"), Optional.of(new Launch.Command.Words(words))));
    }

    /** Builds the image, the only one. */
    public BuildOutcome build() {
        return build(plan()).get(0);
    }

    /** Builds the images of these plans. */
    List<BuildOutcome> build(ImagePlan... plans) {
        Store opened = Store.open(store, output.resolve("store"), log);
        return new ImageBuilder(folder, output, bases(opened), opened, log).build(List.of(plans));
    }

    BaseImages bases(Store opened) {
        return registries == null
                ? TestBases.in(folder, opened)
                : new BaseImages(folder, opened, registries, offline, log);
    }

    private List<PlacedFile> files() {
        List<PlacedFile> files = new ArrayList<>();
        Path input = folder.resolve("input");
        try (var paths = Files.walk(input)) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                String path = input.relativize(file).toString().replace('\\', '/');
                StandardLayer layer = path.startsWith("libs/")
                        ? StandardLayer.DEPENDENCIES
                        : path.startsWith("classes/") ? StandardLayer.CLASSES : StandardLayer.RESOURCES;
                files.add(PlacedFile.of(layer, "app/" + path, new Content.OfFile(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
