package dev.layered.inspect;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import dev.layered.outcome.FilePlace;
import dev.layered.outcome.FilePlace.Standing;
import dev.layered.outcome.FoundFile;
import dev.layered.outcome.FoundFiles;
import dev.layered.place.TestPlaces;
import dev.layered.tar.TestTar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindFilesTest {

    @TempDir
    Path folder;

    private SampleImage image;

    @BeforeEach
    void open() {
        image = new SampleImage(folder.resolve("image"));
    }

    @Test
    void findWhenUpperLayerHasItTooCountsTheUpper() {
        image.layer("lower", new TestTar().file("app/a.txt", "old"))
                .layer("upper", new TestTar().file("app/a.txt", "new"));

        FoundFile found = only("/app/a.txt");

        assertThat(found.path()).isEqualTo("/app/a.txt");
        assertThat(standings(found)).containsExactly(Standing.HIDDEN, Standing.COUNTS);
        assertThat(found.places()).extracting(FilePlace::layer).containsExactly("lower", "upper");
        assertThat(found.places().get(1).facts().orElseThrow()).satisfies(facts -> {
            assertThat(facts.kind()).isEqualTo("file");
            assertThat(facts.mode()).isEqualTo(0644);
            assertThat(facts.owner()).isEqualTo("1:2");
            assertThat(facts.time()).hasToString("1970-01-01T00:00:03Z");
            assertThat(facts.size()).isEqualTo(3);
            assertThat(facts.target())
                    .isEqualTo(Digest.of("new".getBytes(StandardCharsets.UTF_8)).text());
        });
    }

    @Test
    void findWhenWhiteoutIsAboveTellsWhoRemovesIt() {
        image.layer("lower", new TestTar().file("app/a.txt", "old"))
                .layer("between", new TestTar().file("app/b.txt", "b"))
                .layer("upper", new TestTar().file("app/.wh.a.txt", ""));

        FoundFile found = only("a.txt");

        assertThat(standings(found)).containsExactly(Standing.REMOVED, Standing.REMOVES);
        assertThat(found.places()).extracting(FilePlace::number).containsExactly(1, 3);
    }

    @Test
    void findWhenFolderIsMadeOpaqueOrRemovedOrReplacedTellsIt() {
        for (TestTar upper : List.of(
                new TestTar().file("app/.wh..wh..opq", ""),
                new TestTar().file(".wh.app", ""),
                new TestTar().file(".wh..wh..opq", ""),
                new TestTar().link("app", "srv"))) {
            image = new SampleImage(
                    folder.resolve("image-" + Digest.of(upper.bytes()).shortHex()));
            image.layer("lower", new TestTar().file("app/x/a.txt", "old")).layer("upper", upper);

            assertThat(standings(only("/app/x/a.txt"))).containsExactly(Standing.REMOVED, Standing.REMOVES);
        }
    }

    @Test
    void findWhenOpaqueLayerHasItItselfCountsIt() {
        image.layer("lower", new TestTar().file("app/a.txt", "old"))
                .layer("upper", new TestTar().file("app/.wh..wh..opq", "").file("app/a.txt", "new"));

        assertThat(standings(only("/app/a.txt"))).containsExactly(Standing.HIDDEN, Standing.COUNTS);
    }

    @Test
    void findWhenRemovedAndPutThereAgainCountsTheLast() {
        image.layer("1", new TestTar().file("a.txt", "old"))
                .layer("2", new TestTar().file(".wh.a.txt", ""))
                .layer("3", new TestTar().file("a.txt", "new"));

        assertThat(standings(only("/a.txt"))).containsExactly(Standing.REMOVED, Standing.REMOVES, Standing.COUNTS);
    }

    @Test
    void findWhenLinksAreThereTellsTheirTargets() {
        image.layer(
                "1",
                new TestTar()
                        .file("a", "a")
                        .link("b", "../a")
                        .hardLink("c", "a")
                        .directory("d"));

        assertThat(find("/?").get(0).files())
                .extracting(
                        file -> file.places().get(0).facts().orElseThrow().kind(),
                        file -> file.places().get(0).facts().orElseThrow().target())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("link", "../a"),
                        org.assertj.core.groups.Tuple.tuple("hard link", "/a"),
                        org.assertj.core.groups.Tuple.tuple("directory", ""));
    }

    @Test
    void findWhenPlatformsDifferTellsOfEach() {
        image.layer("1", new TestTar().file("a", "a"))
                .on("linux/amd64")
                .layer("1", new TestTar().file("b", "b"))
                .on("linux/arm64");

        List<FoundFiles> found = inspect().find("a");

        assertThat(found).extracting(files -> files.files().size()).containsExactly(1, 0);
    }

    @Test
    void findWhenLayerCannotBeReadTellsWhich() {
        byte[] unknown = "a compression of the future".getBytes(StandardCharsets.UTF_8);
        image.layer("1", "application/vnd.oci.image.layer.v1.tar+new", unknown, Digest.of(unknown))
                .layer("2", new TestTar().file("a", "a"));

        FoundFiles found = find("a").get(0);

        assertThat(found.files()).hasSize(1);
        assertThat(found.unreadable())
                .hasSize(1)
                .allSatisfy(text ->
                        assertThat(text).startsWith("layer 1: The layer is neither tar nor gzip nor Zstandard"));
    }

    @Test
    void findWhenNothingIsThereNamesTheNearest() {
        image.layer("1", new TestTar().file("app/classes/Main.class", "x"));

        nothing("/app/Main.class", "write /app/classes/Main.class");
        nothing("Mian.class", "write Main.class");
        nothing("/app/classes", "write /app/classes/**");
        nothing("zzz.properties", "name a path such as /app/classes, a file name, or a pattern with *, ? and **");
    }

    private void nothing(String asked, String fix) {
        assertFailure(() -> find(asked))
                .hasId("inspect-nothing")
                .what("'" + asked + "' is nowhere in the image.")
                .where("oci:" + folder.resolve("image"))
                .fix(fix);
    }

    private List<FoundFiles> find(String asked) {
        image.on("linux/amd64");
        return inspect().find(asked);
    }

    private ImageInspector inspect() {
        return ImageInspector.at(TestPlaces.onDisk(folder).at(image.write()), Optional.empty());
    }

    private FoundFile only(String asked) {
        List<FoundFile> files = find(asked).get(0).files();
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private static List<Standing> standings(FoundFile file) {
        return file.places().stream().map(FilePlace::standing).toList();
    }
}
