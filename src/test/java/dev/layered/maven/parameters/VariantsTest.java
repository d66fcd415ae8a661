package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.RuntimeConfig;
import dev.layered.plan.ArtifactSwap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VariantsTest {

    private final ReadingProbe probe = new ReadingProbe();
    private final FromParameters from = new FromParameters();
    private final LimitsParameters limits = new LimitsParameters();

    private List<Variant> read(VariantParameters... variants) {
        return Variants.read(List.of(variants), from, limits, probe.configuration());
    }

    private static VariantParameters[] named(String... names) {
        return Stream.of(names).map(VariantsTest::variant).toArray(VariantParameters[]::new);
    }

    private static VariantParameters variant(String name) {
        VariantParameters variant = new VariantParameters();
        variant.name = name;
        return variant;
    }

    @Test
    void readWhenThereAreNoneIsOneImageWithoutAName() {
        Variant only = Variants.read(null, from, limits, probe.configuration()).get(0);
        assertThat(read()).hasSize(1);
        assertThat(only.name()).isEmpty();
        assertThat(only.isNamed()).isFalse();
        assertThat(only.isDefault()).isTrue();
        assertThat(only.from()).isSameAs(from);
        assertThat(only.limits()).isSameAs(limits);
        assertThat(only.artifacts()).isEqualTo(ArtifactSwap.NONE);
        assertThat(only.extra().runtime()).isEqualTo(RuntimeConfig.NONE);
        assertThat(only.reading("from", probe.configuration())
                        .at("image")
                        .place()
                        .place())
                .isEqualTo("<from><image>");
        probe.assertNoMistake();
    }

    @Test
    void readWhenNothingDiffersHasWhatIsSetForAll() {
        from.image = "scratch";
        limits.imageLayers = 9;
        Variant variant = read(named(" cpu ")).get(0);
        assertThat(variant.name()).isEqualTo("cpu");
        assertThat(variant.isNamed()).isTrue();
        assertThat(variant.from().image).isEqualTo("scratch");
        assertThat(variant.limits().imageLayers).isEqualTo(9);
        assertThat(variant.artifacts()).isEqualTo(ArtifactSwap.NONE);
        assertThat(variant.extra()).isEqualTo(new Variant.Extra(RuntimeConfig.NONE, Map.of(), Optional.empty()));
        assertThat(variant.own(probe.configuration()).place().place()).isEqualTo("<variants><item>");
        probe.assertNoMistake();
    }

    @Test
    void readKeepsWhatAVariantSaysBesides() {
        VariantParameters cuda = variant("cuda");
        cuda.environment = Map.of("DEVICE", "cuda");
        cuda.labels = Map.of("device", "cuda");
        cuda.annotations = Map.of("a.device", "cuda");
        cuda.jvmFlags = List.of("-Xmx1g");
        cuda.limits.imageLayersWarn = 60;
        cuda.artifacts.excludes = List.of("g:cpu-*");
        Variant read = read(cuda).get(0);
        assertThat(read.extra().runtime().environment()).isEqualTo(cuda.environment);
        assertThat(read.extra().runtime().labels()).isEqualTo(cuda.labels);
        assertThat(read.extra().annotations()).isEqualTo(cuda.annotations);
        assertThat(read.extra().jvmFlags()).contains(cuda.jvmFlags);
        assertThat(read.limits().imageLayersWarn).isEqualTo(60);
        assertThat(read.artifacts().excludes()).hasToString("[g:cpu-*]");
        probe.assertNoMistake();
    }

    @Test
    void readWhenNoneSaysSoTakesTheFirstForTheDefault() {
        VariantParameters[] variants = named("cpu", "cuda");
        assertThat(read(variants)).extracting(Variant::isDefault).containsExactly(true, false);
        variants[1].asDefault = true;
        assertThat(read(variants)).extracting(Variant::isDefault).containsExactly(false, true);
        variants[1].skip = true;
        assertThat(read(variants)).extracting(Variant::isDefault).containsExactly(false);
        probe.assertNoMistake();
    }

    @Test
    void readWhenTwoAreTheDefaultTellsBoth() {
        VariantParameters[] variants = named("cpu", "cuda");
        variants[0].asDefault = true;
        variants[1].asDefault = true;
        read(variants);
        probe.assertMistakes()
                .hasId("variant-default")
                .what("The variants 'cpu' and 'cuda' are both the default.")
                .where("<variants><item><asDefault>")
                .fix("keep one <asDefault>true</asDefault>")
                .isMistake();
    }

    @Test
    void readWhenAllAreSkippedTellsIt() {
        VariantParameters[] variants = named("cpu", "cuda");
        variants[0].skip = true;
        variants[1].skip = true;
        assertThat(read(variants)).isEmpty();
        probe.assertMistakes()
                .hasId("variant-none")
                .what("All variants are skipped.")
                .where("<variants>")
                .fix("remove <skip> from one of them, or pick one by -Dlayered.variants=NAME")
                .isMistake();
    }

    @Test
    void readWhenTwoHaveOneNameTellsItAlsoOfOneThatIsSkipped() {
        VariantParameters[] variants = named("cpu", " cpu");
        variants[1].skip = true;
        read(variants);
        probe.assertMistakes()
                .hasId("variant-twice")
                .what("Two variants are called 'cpu'.")
                .where("<variants><item><name>")
                .fix("give each variant a name of its own")
                .isMistake();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '"',
            value = {"-, A variant has no name.", "GPU, \"'GPU' cannot be the name of a variant.\""})
    void readWhenANameCannotBeOneTellsTheForm(String name, String what) {
        read(named(name));
        probe.assertMistakes()
                .hasId("variant-name")
                .what(what)
                .where("<variants><item><name>")
                .fix("write a-z 0-9 . _ -, at most 63 of them")
                .isMistake();
    }

    @Test
    void readWhenAVariableHasNoNameTellsItWhereTheVariantHasIt() {
        VariantParameters cuda = variant("cuda");
        cuda.environment = Map.of("A=B", "c");
        read(cuda);
        probe.assertMistakes().hasId("environment-name").where("<variants><item><environment>");
    }
}
