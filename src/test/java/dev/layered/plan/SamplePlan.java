package dev.layered.plan;

import dev.layered.image.ImageFormat;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.layer.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan of real files in a folder, which tests write down line by line. */
public final class SamplePlan {

    private final Path folder;
    private final List<PlacedFile> files = new ArrayList<>();
    private final List<ProjectArtifact> artifacts = new ArrayList<>();
    private List<LayerRule> rules = List.of();
    private List<Platform> platforms = List.of(Platform.LINUX_AMD64);
    private ImageIdentity identity =
            SampleIdentity.only("shop/cart:1.0", List.of(List.of(new ImageName("shop/cart:1.0", Optional.empty()))));
    private String from = "scratch";
    private String tree = "";
    private LayeringChoice layering = LayeringChoice.DEFAULT;
    private CompressionChoice compression = CompressionChoice.DEFAULT;
    private FileNotes notes = FileNotes.NONE;
    private Optional<Launch> launch = Optional.empty();
    private ImageSettings settings =
            new ImageSettings(RuntimeConfig.NONE, Map.of(), "1970-01-01T00:00:00Z", ImageFormat.OCI, "app");

    private SamplePlan(Path folder) {
        this.folder = folder;
    }

    /** Returns a plan of one class, whose files are below the folder. */
    public static SamplePlan in(Path folder) {
        return new SamplePlan(folder).file(StandardLayer.CLASSES, "app/classes/App.class", "a class");
    }

    /** Adds a file {@code PATH} of the folder at the same path of the image. */
    public SamplePlan file(StandardLayer layer, String path, String text) {
        files.removeIf(file -> file.entry().path().equals(path));
        files.add(PlacedFile.of(layer, path, new Content.OfFile(write(path, text))));
        return this;
    }

    /** Adds what is placed already. */
    public SamplePlan placed(PlacedFile file) {
        files.add(file);
        return this;
    }

    /** Adds a file that is made. */
    public SamplePlan made(StandardLayer layer, String path, String text) {
        files.add(PlacedFile.of(layer, path, text, path));
        return this;
    }

    /** Adds artifacts as {@link SampleArtifact} reads them, each a file {@code repository/G_A_V.jar} of that size. */
    public SamplePlan artifacts(int size, String... texts) {
        for (String text : texts) {
            Path file = write(SampleArtifact.of(text).file().toString().replace('\\', '/'), "x".repeat(size));
            artifacts.add(SampleArtifact.of(text, file));
        }
        return this;
    }

    /** Adds something from an extra directory. */
    public SamplePlan extra(PlacedFile file, Map<String, String> facts) {
        files.add(file);
        notes = new FileNotes(
                List.of("path " + file.from()), Map.of(file.entry(), facts), Map.of(), List.of(), Map.of());
        return this;
    }

    /** Lets an ignore file leave out what is at that path of the folder. */
    public SamplePlan ignored(String path, String by) {
        notes = new FileNotes(
                List.of(), Map.of(), Map.of(folder.resolve(path).toAbsolutePath(), by), List.of(), Map.of());
        return this;
    }

    /** Takes these rules. */
    public SamplePlan rules(SampleRule... wanted) {
        rules = SampleRule.rules(wanted);
        return this;
    }

    /** Divides what no rule takes like this. */
    public SamplePlan layering(LayeringChoice wanted) {
        layering = wanted;
        return this;
    }

    /** Compresses layers like this. */
    public SamplePlan compression(CompressionChoice wanted) {
        compression = wanted;
        return this;
    }

    /** Takes these platforms. */
    public SamplePlan on(String... names) {
        platforms = Stream.of(names).map(Platform::parse).toList();
        return this;
    }

    /** Takes these settings; libraries lie below the root that they name. */
    public SamplePlan settings(ImageSettings wanted) {
        settings = wanted;
        return this;
    }

    /** Is called so. */
    public SamplePlan as(ImageIdentity wanted) {
        identity = wanted;
        return this;
    }

    /** Starts the application by its class path. */
    public SamplePlan launch(Launch wanted) {
        launch = Optional.of(wanted);
        return this;
    }

    /** Takes this base. */
    public SamplePlan from(String base) {
        from = base;
        return this;
    }

    /** Takes this tree, as {@link SampleTree} reads it. */
    public SamplePlan tree(String lines) {
        tree = lines;
        return this;
    }

    /** Returns the tree. */
    public DependencyTree tree() {
        return SampleTree.of(tree);
    }

    /** Returns the plan. */
    public ImagePlan plan() {
        List<PlacedArtifact> placed = new ArrayList<>();
        ArtifactFileNames.assign(artifacts)
                .forEach((artifact, name) ->
                        placed.add(PlacedArtifact.of(artifact, settings.root() + "/libs/" + name, Content.Form.AS_IS)));
        PlanContents contents = new PlanContents(
                List.copyOf(files),
                SampleContents.same(new ClassPath(placed, List.of(), launch), platforms),
                rules,
                tree(),
                layering,
                compression);
        return plan(contents);
    }

    /** Returns a plan of other contents that has everything else as usual. */
    static ImagePlan of(PlanContents contents) {
        return new SamplePlan(Path.of("")).plan(contents);
    }

    private ImagePlan plan(PlanContents contents) {
        return new ImagePlan(
                identity,
                new BaseChoice(from, "<from> in pom.xml:7"),
                contents,
                LayerPlanner.plan(contents),
                settings,
                notes,
                false);
    }

    /** Returns an answer of {@code explain}. */
    List<Explained> explain(String question) {
        return new PlanExplanation(plan(), tree(), folder).of(question);
    }

    private Path write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
