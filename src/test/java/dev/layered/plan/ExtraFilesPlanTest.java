package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans with files of extra directories. */
final class ExtraFilesPlanTest {

    @TempDir
    private Path folder;

    private static PlacedFile link(String layer, String path) {
        LayerEntry entry = new LayerEntry(path, new Content.Link("/target"), 0777, 0, 0, LayerEntry.DEFAULT_TIME);
        return new PlacedFile(layer, entry, "src/jib", false);
    }

    private static String layers(PlatformPlan plan) {
        return String.join(" ", plan.layers().stream().map(PlannedLayer::name).toList());
    }

    @Test
    void planWithoutExtraFilesHasNoLayerForThemAlsoNoEmptyOne() {
        PlatformPlan plan = SamplePlan.in(folder).plan().platforms().get(0);
        assertThat(layers(plan)).isEqualTo("classes");
        assertThat(plan.empty()).doesNotContain("extra");
    }

    @Test
    void planPutsANewLayerAboveTheClasses() {
        SamplePlan plan = SamplePlan.in(folder)
                .made(StandardLayer.START, "app/classpath", "x")
                .extra(link("config", "bin/a"), Map.of());
        assertThat(layers(plan.plan().platforms().get(0))).isEqualTo("classes config start");
    }

    @Test
    void planWhenTheLayerIsThatOfARuleForAnotherPlatformLosesNothing() {
        SampleRule rule = SampleRule.named("native", "g").on("linux/arm64");
        List<PlatformPlan> plans = SamplePlan.in(folder)
                .rules(rule)
                .on("linux/amd64", "linux/arm64")
                .extra(link("native", "bin/a"), Map.of())
                .plan()
                .platforms();
        assertThat(plans).extracting(ExtraFilesPlanTest::layers).containsExactly("classes native", "native classes");
    }

    @Test
    void explainTellsWhatIsKnownOfAnExtraFile() {
        SamplePlan plan = SamplePlan.in(folder).extra(link("extra", "bin/a"), Map.of("owner", "7:8"));
        assertThat(plan.explain("/bin/a"))
                .singleElement()
                .satisfies(about -> assertThat(about.facts())
                        .containsExactly(
                                Map.entry("layer", "extra, 2 of 2 from the bottom, above the base"),
                                Map.entry("link to", "/target"),
                                Map.entry("owner", "7:8")));
    }

    @Test
    void explainNamesTheLineThatIgnoresAFileOrItsFolder() {
        SamplePlan plan = SamplePlan.in(folder).ignored("src/jib/tmp", ".layeredignore line 2");
        assertThat(plan.explain("src/jib/tmp/a/b.txt"))
                .containsExactly(
                        new Explained("src/jib/tmp/a/b.txt", Map.of("left out", "ignored by .layeredignore line 2")));
    }
}
