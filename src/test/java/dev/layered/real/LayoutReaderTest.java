package dev.layered.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A judge who finds nothing wrong with anything would be no use. */
class LayoutReaderTest {

    @TempDir
    Path layout;

    @BeforeEach
    void write() throws IOException {
        SmallBase.write(layout, "amd64", "arm64");
    }

    @Test
    void ofWhenIndexHasTwoPlatformsReadsBoth() throws IOException {
        LayoutReader read = LayoutReader.of(layout);

        assertThat(read.refName()).isEqualTo("small");
        assertThat(read.images()).containsOnlyKeys("linux/amd64", "linux/arm64");
        ImageLayer layer = read.images().get("linux/arm64").layers().get(0);
        assertThat(layer.text("/etc/machine")).isEqualTo("arm64");
        assertThat(layer.isOurs()).isFalse();
        assertThat(layer.files().get("/etc/").mode()).isEqualTo(0755);
    }

    @Test
    void ofWhenOneByteOfBlobDiffersFails() throws IOException {
        Path blob = anyBlob();
        byte[] bytes = Files.readAllBytes(blob);
        bytes[bytes.length - 1]++;
        Files.write(blob, bytes);

        assertThatThrownBy(() -> LayoutReader.of(layout))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("damaged blob sha256:" + blob.getFileName());
    }

    @Test
    void ofWhenNobodyRefersToBlobFailsUnlessARunFailed() throws IOException {
        byte[] stray = {1};
        Files.write(layout.resolve("blobs/sha256").resolve(Sha256.of(stray)), stray);

        assertThatThrownBy(() -> LayoutReader.of(layout)).hasMessageMatching("blobs are .+, but reached were .+");
        assertThat(LayoutReader.ofFailedRun(layout).refName()).isEqualTo("small");
    }

    @Test
    void ofWhenBlobIsNotWhatItsNameSaysFails() throws IOException {
        Files.writeString(layout.resolve("blobs/sha256/0000"), "stray");

        for (ThrowingCallable read :
                List.<ThrowingCallable>of(() -> LayoutReader.of(layout), () -> LayoutReader.ofFailedRun(layout))) {
            assertThatThrownBy(read).hasMessageContaining("not what its name says: ");
        }
    }

    @Test
    void ofWhenLayoutHasNoVersionFails() throws IOException {
        Files.writeString(layout.resolve("oci-layout"), "{}");

        assertThatThrownBy(() -> LayoutReader.of(layout)).hasMessageContaining("does not say version 1.0.0");
    }

    private Path anyBlob() throws IOException {
        try (Stream<Path> blobs = Files.list(layout.resolve("blobs/sha256"))) {
            return blobs.sorted().findFirst().orElseThrow();
        }
    }
}
