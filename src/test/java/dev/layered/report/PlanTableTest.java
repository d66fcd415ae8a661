package dev.layered.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.layer.Compression;
import dev.layered.outcome.LayerPreview;
import dev.layered.outcome.PlatformPreview;
import dev.layered.plan.CompressionChoice;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.PlanExplanation;
import dev.layered.plan.PlatformPlan;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.SampleRule;
import dev.layered.plan.StandardLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan} and {@code explain} print, as whole texts. */
final class PlanTableTest {

    @TempDir
    private Path folder;

    private SamplePlan plan;

    @BeforeEach
    void planEveryReason() {
        plan = SamplePlan.in(folder)
                .from("oci:base")
                .made(StandardLayer.START, "app/classpath", "/app/classes")
                .artifacts(1_500, "g:first-library:1.10", "x:b:1 runtime")
                .artifacts(250_000, "h:z:1", "i:z:1", "g:second:2", "j:s:2-SNAPSHOT", "k:m:1 module")
                .tree("> g:first-library h:z i:z\ng:first-library > x:b")
                .rules(
                        SampleRule.named("g", "g").being(Trait.TRANSITIVE),
                        SampleRule.named("late", "*:first*"),
                        SampleRule.named("rest").being(Trait.CATCH_ALL));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = PlanTableTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private String printed(List<String> lines) {
        return String.join("\n", lines).replace(folder.toString(), "FOLDER").replace('\\', '/') + "\n";
    }

    /** Previews in which each layer's key repeats a digit and those of the names are known. */
    private List<PlatformPreview> previews(ImagePlan planned, String... known) {
        List<PlatformPreview> previews = new ArrayList<>();
        Descriptor base = Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(new byte[0]), 20_000_000);
        for (PlatformPlan platform : planned.platforms()) {
            List<LayerPreview> layers = platform.layers().stream()
                    .map(layer -> new LayerPreview(
                            layer.name(),
                            "sha256:" + String.valueOf(layer.name().length()).repeat(64),
                            layer.entries().size(),
                            layer.entries().size() * 1_000L,
                            layer.compression().word(),
                            Set.of(known).contains(layer.name())))
                    .toList();
            previews.add(new PlatformPreview(platform.platform(), List.of(base, base), layers));
        }
        return previews;
    }

    private String table(String... known) {
        ImagePlan planned = plan.plan();
        return printed(PlanTable.lines(planned, previews(planned, known)));
    }

    @Test
    void linesWhenPlatformsAreAlikeShowThemTogether() throws IOException {
        plan.on("linux/amd64", "linux/arm64");
        assertThat(table("g", "classes")).isEqualTo(golden("plan-alike.txt"));
    }

    @Test
    void linesWhenPlatformsDifferShowEach() throws IOException {
        plan.rules(SampleRule.named("arm", "g").on("linux/arm64")).on("linux/amd64", "linux/arm64");
        assertThat(table()).isEqualTo(golden("plan-different.txt"));
    }

    @Test
    void linesNameACompressionThatIsNotTheUsualOne() {
        plan.compression(new CompressionChoice(Compression.GZIP, Map.of("g", Compression.ZSTD)));
        assertThat(table()).contains("  g: 3 files, 3.0 kB, key 111111111111, zstd:1, to be built\n");
        assertThat(table()).contains("  rest: 2 files, 2.0 kB, key 444444444444, to be built\n");
        PlanExplanation explanation = new PlanExplanation(plan.plan(), plan.tree(), folder);
        List<String> lines = ExplanationText.lines(explanation.everyLayer());
        assertThat(lines).containsOnlyOnce("  compression:  zstd:1");
    }

    @Test
    void linesWhenEveryLayerIsKnownSayIt() {
        assertThat(table("g", "rest", "snapshots", "modules", "classes", "start"))
                .endsWith("\nevery layer is known: a build makes none\n");
    }

    @Test
    void linesWhenAFileIsGoneShowNoSize() throws IOException {
        ImagePlan planned = plan.plan();
        Files.delete(folder.resolve("repository/x_b_1.jar"));
        assertThat(printed(PlanTable.lines(planned, previews(planned)))).contains("x:b:1  ?  runtime");
    }

    @Test
    void explanationWhenNothingIsAskedShowsEveryLayer() throws IOException {
        PlanExplanation explanation = new PlanExplanation(plan.plan(), plan.tree(), folder);
        assertThat(printed(ExplanationText.lines(explanation.everyLayer()))).isEqualTo(golden("explain-layers.txt"));
    }

    @Test
    void explanationOfArtifactsShowsEachFactOnALine() throws IOException {
        plan.on("linux/amd64", "linux/arm64");
        PlanExplanation explanation = new PlanExplanation(plan.plan(), plan.tree(), folder);
        List<String> lines = new ArrayList<>(ExplanationText.lines(explanation.of("*:z")));
        lines.addAll(ExplanationText.lines(explanation.of("g:first*")));
        lines.addAll(ExplanationText.lines(explanation.of("/app/classpath")));
        assertThat(printed(lines)).isEqualTo(golden("explain-artifacts.txt"));
    }
}
