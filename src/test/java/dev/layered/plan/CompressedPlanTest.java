package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.layer.Compression;
import dev.layered.plan.LayerRule.Trait;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planner with compressions of the image and of layers. */
final class CompressedPlanTest {

    @TempDir
    private Path folder;

    private static List<String> words(ImagePlan plan) {
        return plan.platforms().get(0).layers().stream()
                .map(layer -> layer.name() + " " + layer.compression().word())
                .toList();
    }

    @Test
    void planWhenNothingIsSaidCompressesByGzip() {
        ImagePlan plan = SamplePlan.in(folder).artifacts(5, "g:a:1").plan();
        assertThat(words(plan)).containsExactly("dependencies gzip", "classes gzip");
    }

    @Test
    void planTakesTheImagesChoiceForLayersOfWhichNothingIsSaid() {
        CompressionChoice choice = new CompressionChoice(
                Compression.of("zstd:3"), Map.of("web", Compression.NONE, "other", Compression.GZIP));
        ImagePlan plan = SamplePlan.in(folder)
                .artifacts(5, "g:a:1", "h:b:1")
                .rules(SampleRule.named("web", "h"))
                .compression(choice)
                .plan();
        assertThat(words(plan)).containsExactly("dependencies zstd:3", "web none", "classes zstd:3");
        assertThat(words(plan.above(3))).isEqualTo(words(plan));
    }

    @Test
    void planGivesWhatBecomesOfALayerTheCompressionOfThatLayer() {
        CompressionChoice choice = new CompressionChoice(
                Compression.GZIP, Map.of("each", Compression.ZSTD, "dependencies", Compression.NONE));
        ImagePlan plan = SamplePlan.in(folder)
                .artifacts(200_000, "g:a:1", "g:b:1", "h:c:1", "i:d:1")
                .rules(
                        SampleRule.named("dependencies").being(Trait.PLACE),
                        SampleRule.named("each", "g").being(Trait.PER_ARTIFACT))
                .compression(choice)
                .plan();
        assertThat(words(plan))
                .containsExactlyInAnyOrder("h none", "i none", "each-a zstd:1", "each-b zstd:1", "classes gzip");
    }

    @Test
    void layersThatDifferInCompressionAloneAreNotEqual() {
        SamplePlan plan = SamplePlan.in(folder);
        PlannedLayer gzip = plan.plan().platforms().get(0).layers().get(0);
        PlannedLayer none = plan.compression(new CompressionChoice(Compression.NONE, Map.of()))
                .plan()
                .platforms()
                .get(0)
                .layers()
                .get(0);
        assertThat(none).isNotEqualTo(gzip);
        assertThat(none.entries()).isEqualTo(gzip.entries());
    }
}
