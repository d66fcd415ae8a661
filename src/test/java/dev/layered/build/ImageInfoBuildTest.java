package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Image;
import dev.layered.image.ImageFormat;
import dev.layered.image.RuntimeConfig;
import dev.layered.outcome.BuildOutcome;
import dev.layered.plan.ImageInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What images say of themselves, above a base that says something of itself too. */
@Timeout(60)
final class ImageInfoBuildTest {

    private static final String VERSION = ImageInfo.PREFIX + "version";
    private static final String TITLE = ImageInfo.PREFIX + "title";
    private static final String NAME = ImageInfo.PREFIX + "base.name";
    private static final String DIGEST = ImageInfo.PREFIX + "base.digest";
    private static final ImageInfo INFO = new ImageInfo(Map.of(TITLE, "Cart"), true);

    @TempDir
    Path folder;

    private PublishedBase base;
    private String digest;

    @BeforeEach
    void publish() throws IOException {
        base = PublishedBase.start();
        BuildOutcome published = TestProject.in(folder.resolve("base"))
                .on("linux/amd64", "linux/arm64")
                .runtime(RuntimeConfig.NONE.labeled(Map.of(VERSION, "24.04", "maintainer", "base")))
                .build();
        base.put(published, "21");
        digest = published.image().target().digest().text();
    }

    @AfterEach
    void close() {
        base.close();
    }

    private TestProject app() {
        return TestProject.in(folder.resolve("app"))
                .from(base.name("21"))
                .registries(base::registries)
                .on("linux/amd64", "linux/arm64")
                .annotations(Map.of())
                .info(INFO);
    }

    private static BuiltLayout built(TestProject project) throws IOException {
        return BuiltLayout.checked(project.build().layout());
    }

    @Test
    void buildTellsItInLabelsAndInEveryAnnotation() throws IOException {
        BuiltLayout built = built(app());

        Map<String, String> said = Map.of(TITLE, "Cart", NAME, base.name("21"), DIGEST, digest);
        assertThat(built.index().value().annotations()).isEqualTo(said);
        assertThat(built.images()).hasSize(2);
        for (Image image : built.images()) {
            assertThat(image.manifest().value().annotations()).isEqualTo(said);
            assertThat(labels(image)).containsAllEntriesOf(said).containsEntry("maintainer", "base");
            assertThat(labels(image)).doesNotContainKey(VERSION);
        }
    }

    @Test
    void buildPutsWhatIsWantedInPlaceOfIt() throws IOException {
        BuiltLayout built = built(app().annotations(Map.of(TITLE, "Shop", DIGEST, ""))
                .runtime(RuntimeConfig.NONE.labeled(Map.of(NAME, "", VERSION, "1"))));

        Image image = built.images().get(0);
        assertThat(image.manifest().value().annotations()).isEqualTo(Map.of(TITLE, "Shop", NAME, base.name("21")));
        assertThat(labels(image)).isEqualTo(Map.of(TITLE, "Cart", DIGEST, digest, VERSION, "1", "maintainer", "base"));
    }

    @Test
    void buildWithoutDefaultsKeepsWhatTheBaseSays() throws IOException {
        BuiltLayout built = built(app().info(ImageInfo.NONE));

        assertThat(built.index().value().annotations()).isEmpty();
        assertThat(labels(built.images().get(0))).isEqualTo(Map.of(VERSION, "24.04", "maintainer", "base"));
    }

    @Test
    void buildInDockersFormatTellsItInLabelsAlone() throws IOException {
        BuiltLayout built = built(app().format(ImageFormat.DOCKER));

        assertThat(built.index().value().annotations()).isEmpty();
        assertThat(built.images().get(0).manifest().value().annotations()).isEmpty();
        assertThat(labels(built.images().get(0))).containsEntry(TITLE, "Cart").containsEntry(DIGEST, digest);
    }

    @Test
    void buildOnABaseOfThisMachineDoesNotNameIt() throws IOException {
        BuiltLayout built = built(app().from("oci:../base/target/layered/image"));

        assertThat(labels(built.images().get(0))).isEqualTo(Map.of(TITLE, "Cart", "maintainer", "base"));
    }

    @Test
    void buildRecordsWhatDoesNotRestOnTheBase() throws IOException {
        TestProject project = app();
        project.build();

        assertThat(Files.readString(project.output.resolve("plan.json")))
                .contains("\"imageInfo\": true", "\"" + TITLE + "\": \"Cart\"")
                .doesNotContain(NAME, DIGEST);
    }

    private static Map<String, String> labels(Image image) {
        return image.config().value().runtime().labels();
    }
}
