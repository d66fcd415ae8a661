package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.plan.ArtifactSwap.Applied;
import dev.layered.plan.ArtifactSwap.Replace;
import dev.layered.plan.ArtifactSwap.Swapped;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ArtifactSwapTest {

    private static final List<Coordinates> PROJECT = Stream.of("web", "onnxruntime", "cpu-kernels", "log")
            .map(name -> jar(name, "1.0"))
            .toList();

    private static Coordinates jar(String artifactId, String version) {
        return new Coordinates("g", artifactId, "jar", "", version);
    }

    private static List<ArtifactPattern> patterns(String... texts) {
        return Stream.of(texts).map(ArtifactPattern::parse).toList();
    }

    private static Replace replace(String pattern, Coordinates by) {
        return new Replace(ArtifactPattern.parse(pattern), by);
    }

    private static List<String> wanted(Applied applied) {
        return applied.artifacts().stream()
                .map(Swapped::wanted)
                .map(Coordinates::toString)
                .toList();
    }

    @Test
    void applyWhenNothingIsSaidKeepsEverything() {
        Applied applied = ArtifactSwap.NONE.apply(PROJECT);
        assertThat(applied.artifacts()).extracting(Swapped::wanted).isEqualTo(PROJECT);
        assertThat(applied.artifacts()).noneMatch(Swapped::isReplacement);
        assertThat(applied.excluded()).isEmpty();
        assertThat(applied.unused()).isEmpty();
    }

    @Test
    void applyKeepsOrderAndTellsWhatBecameOfWhat() {
        Coordinates added = new Coordinates("g", "cuda", "jar", "linux", "12");
        ArtifactSwap swap = new ArtifactSwap(
                List.of(added),
                patterns("g:cpu-*"),
                List.of(replace("g:onnxruntime", jar("onnxruntime_gpu", "")), replace("g:log", jar("log2", "7"))));
        Applied applied = swap.apply(PROJECT);
        assertThat(wanted(applied))
                .containsExactly("g:web:1.0", "g:onnxruntime_gpu:1.0", "g:log2:7", "g:cuda:jar:linux:12");
        assertThat(applied.excluded()).containsExactly(PROJECT.get(2));
        assertThat(applied.artifacts()).extracting(Swapped::isReplacement).containsExactly(false, true, true, false);
        assertThat(applied.artifacts().get(1).original()).contains(PROJECT.get(1));
        assertThat(applied.artifacts().get(3).original()).isEmpty();
        assertThat(applied.unused()).isEmpty();
    }

    @Test
    void applyWhenSeveralMatchTakesTheFirstAndExcludesWin() {
        ArtifactSwap swap = new ArtifactSwap(
                List.of(),
                patterns("g:log"),
                List.of(replace("g:l*", jar("l", "1")), replace("g:w*", jar("w", "1")), replace("*", jar("any", "1"))));
        assertThat(wanted(swap.apply(PROJECT))).containsExactly("g:w:1", "g:any:1");
        assertThat(swap.apply(PROJECT).unused()).isEmpty();
    }

    @Test
    void applyWhenAnArtifactIsThereAlreadyKeepsItWhereItFirstStands() {
        ArtifactSwap swap = new ArtifactSwap(
                List.of(jar("web", "1.0"), jar("x", "1"), jar("x", "1")),
                List.of(),
                List.of(replace("g:onnxruntime", jar("log", ""))));
        assertThat(wanted(swap.apply(PROJECT))).containsExactly("g:web:1.0", "g:log:1.0", "g:cpu-kernels:1.0", "g:x:1");
    }

    @Test
    void applyTellsPatternsThatMatchNothing() {
        ArtifactSwap swap = new ArtifactSwap(
                List.of(),
                patterns("g:gone", "g:log"),
                List.of(replace("h", jar("x", "")), replace("g:web", jar("x", ""))));
        assertThat(swap.apply(PROJECT).unused()).hasToString("[g:gone, h]");
    }
}
