package dev.layered.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.outcome.CheckOutcome;
import dev.layered.outcome.VerifyOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of the image that was built: they are compared with its record, too. */
final class ArchiveVerifierTest {

    @TempDir
    private Path folder;

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private void archive() throws IOException {
        Files.write(folder.resolve("image.tar"), SampleTar.of(files));
    }

    private static List<String> names(VerifyOutcome outcome) {
        return outcome.checks().stream().map(CheckOutcome::name).toList();
    }

    @Test
    void verifyWhenOciArchiveIsOfTheImageComparesTheRecord() throws IOException {
        BuiltSample built = BuiltSample.of(ImageVerifierTest.sample(folder).on("linux/amd64", "linux/arm64"), folder);
        Path layout = built.output.resolve("image");
        try (Stream<Path> all = Files.walk(layout)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(layout.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        archive();
        VerifyOutcome right = built.verify("oci-archive:image.tar");
        assertThat(right.faults()).isEmpty();
        assertThat(names(right)).containsExactly("documents", "layers", "record", "class path", "settings");

        files.computeIfPresent(
                "blobs/sha256/" + built.manifest(0).layers().get(0).digest().hex(),
                (name, bytes) -> BuiltSample.flipped(bytes));
        archive();
        assertThat(built.verify("oci-archive:image.tar").faults())
                .extracting("id")
                .containsExactly("check-digest");
    }

    @Test
    void verifyWhenDockerArchiveIsOfTheImageComparesTheRecord() throws IOException {
        BuiltSample built = BuiltSample.of(ImageVerifierTest.sample(folder), folder);
        Descriptor config = built.manifest(0).config();
        List<String> layers = new ArrayList<>();
        for (int i = 0; i < built.manifest(0).layers().size(); i++) {
            layers.add("\"" + i + "/layer.tar\"");
            files.put(i + "/layer.tar", built.tar(0, i));
        }
        files.put("config.json", Files.readAllBytes(built.blob(config)));
        files.put(
                "manifest.json",
                ("[{\"Config\":\"config.json\",\"RepoTags\":[\"shop/cart:1.0\"],\"Layers\":" + layers + "}]")
                        .getBytes(StandardCharsets.UTF_8));
        archive();
        VerifyOutcome right = built.verify("docker-archive:image.tar");
        assertThat(right.faults()).isEmpty();
        assertThat(right.images()).containsExactly("shop/cart:1.0");
        assertThat(names(right)).containsExactly("documents", "layers", "record", "class path", "settings");

        files.put("1/layer.tar", SampleTar.with(built.tar(0, 1), parts -> parts.remove(parts.size() - 1)));
        archive();
        assertThat(built.verify("docker-archive:image.tar").faults())
                .extracting("id")
                .containsExactly("check-digest");
    }
}
