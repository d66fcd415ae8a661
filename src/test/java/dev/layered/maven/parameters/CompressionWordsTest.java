package dev.layered.maven.parameters;

import static dev.layered.maven.parameters.DepLayerProbe.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.failure.Mistakes;
import dev.layered.image.ImageFormat;
import dev.layered.layer.Compression;
import dev.layered.maven.configuration.PomLocations;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.CompressionChoice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompressionWordsTest {

    private final Reading root = new Reading(new Mistakes(), PomLocations.unknown());

    private CompressionChoice read(ImageFormat format, String image, DepLayerParameters... layers) {
        return CompressionWords.read(image, layers.length == 0 ? null : List.of(layers), format, root);
    }

    private static DepLayerParameters layer(String name, String compression) {
        DepLayerParameters layer = named(name, "g");
        layer.compression = compression;
        return layer;
    }

    private FailureAssert assertMistakes() {
        return FailureAssert.assertFailure(root.mistakes()::throwIfAny);
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "zstd, zstd:1", "ZSTD, zstd:1", "zstd:19, zstd:19", "Zstd: 3, zstd:3", "None, none"})
    void readKnowsEveryWord(String text, String word) {
        assertThat(read(ImageFormat.OCI, text).usual().word()).isEqualTo(word);
        root.mistakes().throwIfAny();
    }

    @Test
    void readGivesLayersTheirOwn() {
        CompressionChoice choice =
                read(ImageFormat.OCI, "gzip", layer(" web ", "zstd:2"), layer("db", "none"), named("rest", "x"));
        assertThat(choice.layers()).containsOnlyKeys("web", "db");
        assertThat(choice.of("web").word()).isEqualTo("zstd:2");
        assertThat(choice.of("db")).isEqualTo(Compression.NONE);
        assertThat(choice.of("rest")).isEqualTo(Compression.GZIP);
        root.mistakes().throwIfAny();
    }

    @Test
    void readWhenAWordIsWrongNamesTheNearest() {
        assertThat(read(ImageFormat.OCI, "zst:77", layer("web", "gz")))
                .isEqualTo(read(ImageFormat.OCI, "gzip", layer("web", "gzip")));
        assertMistakes()
                .hasIds("word-unknown", "word-unknown")
                .problem(0)
                .what("'zst' is no value of compression.")
                .where("<compression>")
                .fix("write zstd; valid is gzip, zstd, none");
        assertMistakes().problem(1).where("<depLayers><item><compression>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "20", "-1", "", "fast", "1.5"})
    void readWhenALevelIsWrongTellsWhichThereAre(String level) {
        assertThat(read(ImageFormat.OCI, "zstd:" + level).usual()).isEqualTo(Compression.ZSTD);
        assertMistakes()
                .hasId("compression-level")
                .what("'" + level + "' is no level of zstd.")
                .where("<compression>")
                .fix("write one from zstd:1 to zstd:19; zstd alone is zstd:1")
                .isMistake();
    }

    @ParameterizedTest
    @CsvSource({"gzip, 6", "none, 0"})
    void readWhenThereAreNoLevelsSaysSo(String word, int level) {
        read(ImageFormat.OCI, word + ":" + level);
        assertMistakes()
                .hasId("compression-level")
                .what(word.equals("gzip") ? "gzip has one level alone." : "none has no levels.")
                .fix("write " + word + ", or choose among the levels of zstd, e.g. zstd:3");
    }

    @Test
    void readWhenDockersFormatHasNoNameForItNamesTheElementOfTheLayer() {
        read(ImageFormat.DOCKER, "none", layer("web", "zstd"), layer("db", "gzip"));
        assertMistakes()
                .hasId("compression-format")
                .what("Docker's format has no layers in Zstandard.")
                .where("<depLayers><item><compression>")
                .fix(
                        "write gzip or none, or write the image in the OCI format: <container><format>OCI</format></container>");
    }

    @Test
    void readWhenTheImageIsInDockersFormatTellsItForTheImage() {
        read(ImageFormat.DOCKER, "zstd", named("web", "g"));
        assertMistakes().hasId("compression-format").where("<compression>").isMistake();
    }
}
