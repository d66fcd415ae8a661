package dev.layered.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.luben.zstd.util.ZstdVersion;
import dev.layered.image.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompressionTest {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "none", "zstd:1", "zstd:19"})
    void wordGivesTheSameAgain(String word) {
        assertThat(Compression.of(word).word()).isEqualTo(word);
    }

    @Test
    void ofWithoutLevelIsTheUsualOne() {
        assertThat(Compression.of("zstd")).isEqualTo(Compression.ZSTD).isEqualTo(Compression.of("zstd:1"));
        assertThat(Compression.of("gzip")).isEqualTo(Compression.GZIP);
        assertThat(Compression.of("none")).isEqualTo(Compression.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zst", "zstd:", "zstd:0", "zstd:20", "zstd:-1", "zstd:x", "gzip:6", "none:0"})
    void ofWhenThereIsNoneFails(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> Compression.of(word));
    }

    @Test
    void mediaTypesAreTheOcis() {
        assertThat(Stream.of(Compression.GZIP, Compression.ZSTD, Compression.NONE)
                        .map(Compression::mediaType))
                .containsExactly(MediaType.OCI_LAYER_GZIP, MediaType.OCI_LAYER_ZSTD, MediaType.OCI_LAYER);
    }

    /** Another release of Zstandard may make other bytes, and then must not make them under the same key. */
    @Test
    void encoderOfZstandardNamesItsRelease() {
        assertThat(Compression.ZSTD.encoder()).isEqualTo("ZSTD " + ZstdVersion.VERSION);
        assertThat(Compression.GZIP.encoder()).isEqualTo("GZIP");
        assertThat(Compression.NONE.encoder()).isEqualTo("NONE");
    }

    @Test
    void keysOfOneListOfEntriesDifferByCompressionAndLevel() {
        assertThat(List.of("gzip", "none", "zstd:1", "zstd:2", "zstd:19"))
                .extracting(word -> LayerKeys.key(SampleLayer.entries(), Compression.of(word))
                        .key())
                .doesNotHaveDuplicates();
    }
}
