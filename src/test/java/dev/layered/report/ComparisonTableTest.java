package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.Platform;
import dev.layered.outcome.ArtifactChange;
import dev.layered.outcome.FileChanges;
import dev.layered.outcome.ImageComparison;
import dev.layered.outcome.LayerComparison;
import dev.layered.outcome.LayerComparison.Side;
import dev.layered.outcome.PlatformComparison;
import dev.layered.outcome.PullSize;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparisonTableTest {

    private static final Descriptor BLOB =
            Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of("a".getBytes(StandardCharsets.UTF_8)), 50_000_000);

    @Test
    void linesShowLayersArtifactsAndWhatIsPulled() {
        String hex = BLOB.digest().shortHex();

        assertThat(lines(
                        List.of(
                                new ArtifactChange("org.example:a", "1", "2"),
                                new ArtifactChange("org.example:b", "1", "1"),
                                new ArtifactChange("org.example:c", "", "1")),
                        "linux/amd64",
                        "linux/arm64"))
                .containsExactly(
                        "here:  oci:new",
                        "there: oci:old",
                        "linux/amd64, linux/arm64",
                        "  layer         size  digest        in                      files",
                        "  libs       50.0 MB  " + hex + "  both",
                        "  classes    50.0 MB  " + hex + "  here                    2 the same, 1 changed, 3 only here",
                        "  resources  50.0 MB  " + hex + "  both, packed otherwise",
                        "  classes    50.0 MB  " + hex + "  there                   cannot be read",
                        "  artifact       here  there",
                        "  org.example:a  1     2",
                        "  org.example:b  1     1, other bytes",
                        "  org.example:c  -     1",
                        "  to pull             by a host that reuses      bytes        of",
                        "  here, having there  any blob it has          50.0 MB  200.0 MB  [...............#####]",
                        "                      an unchanged beginning  100.0 MB  200.0 MB  [..........##########]",
                        "  there, having here  any blob it has              0 B  100.0 MB  [....................]",
                        "                      an unchanged beginning       1 B  100.0 MB  [...................#]",
                        "only there: linux/s390x");
    }

    @Test
    void linesWhenManyArtifactsChangedCountTheRest() {
        assertThat(lines(Collections.nCopies(30, new ArtifactChange("a", "1", "2")), "linux/amd64"))
                .contains("  and 20 more artifacts");
    }

    private static List<String> lines(List<ArtifactChange> artifacts, String... platforms) {
        List<PlatformComparison> comparisons = List.of(platforms).stream()
                .map(platform -> new PlatformComparison(
                        Platform.parse(platform),
                        List.of(
                                layer("libs", Side.BOTH, Optional.empty()),
                                layer("classes", Side.HERE, Optional.of(new FileChanges(2, 1, 3))),
                                layer("resources", Side.REPACKED, Optional.empty()),
                                layer("classes", Side.THERE, Optional.empty())),
                        artifacts,
                        new PullSize(50_000_000, 100_000_000, 200_000_000),
                        new PullSize(0, 1, 100_000_000)))
                .toList();
        return ComparisonTable.lines(
                new ImageComparison(
                        "oci:new", "oci:old", comparisons, List.of(), List.of(Platform.parse("linux/s390x"))),
                false);
    }

    private static LayerComparison layer(String name, Side side, Optional<FileChanges> changes) {
        return new LayerComparison(name, BLOB, side, changes);
    }
}
