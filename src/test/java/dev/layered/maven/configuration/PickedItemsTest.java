package dev.layered.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PickedItemsTest {

    private static final String VARIANTS = """
            <variants>
              <variant><name>cpu</name></variant>
              <variant><name> cuda </name><skip>true</skip></variant>
              <variant/>
              <variant><name>rocm</name></variant>
            </variants>""";

    private static String built(SampleGoal goal) {
        return goal.variants.stream()
                .filter(variant -> !variant.skip)
                .map(variant -> variant.name)
                .collect(Collectors.joining(","));
    }

    private static SampleGoal picked(String names) {
        return Binding.ofConfiguration(VARIANTS).with("layered.variants", names).bind();
    }

    @Test
    void propertyPicksItemsAndLeavesTheOthersWhereTheyAre() {
        SampleGoal goal = picked("rocm, cpu,rocm");
        assertThat(built(goal)).isEqualTo("cpu,rocm");
        assertThat(goal.variants).hasSize(3);
        assertThat(goal.read.mistakes()).isEmpty();
        assertThat(goal.read.locations().at("variants").item(1).at("skip").place())
                .isEqualTo("-Dlayered.variants");
        assertThat(goal.read.locations().at("variants").item(1).at("name").place())
                .isEqualTo("<variants><variant><name> in app/pom.xml:6");
    }

    @Test
    void propertyPicksAnItemThatThePomSkips() {
        assertThat(built(picked("cuda"))).isEqualTo("cuda");
    }

    @Test
    void emptyPropertyPicksNothing() {
        assertThat(built(picked(""))).isEqualTo("cpu,rocm");
        String declared = "<properties><layered.variants>cuda</layered.variants></properties>";
        assertThat(built(Binding.ofPlugin("<configuration>" + VARIANTS + "</configuration>", declared)
                        .with("layered.variants", "")
                        .bind()))
                .isEqualTo("cpu,rocm");
    }

    @Test
    void propertyOfThePomPicksWhereTheCommandLineHasNone() {
        String declared = "<properties>\n<layered.variants>cuda</layered.variants></properties>";
        Binding binding = Binding.ofPlugin("<configuration>" + VARIANTS + "</configuration>", declared);
        SampleGoal goal = binding.bind();
        assertThat(built(goal)).isEqualTo("cuda");
        assertThat(goal.read.locations().at("variants").item(0).at("skip").place())
                .isEqualTo("<properties><layered.variants> in app/pom.xml:11");
        assertThat(built(binding.with("layered.variants", "cpu").bind())).isEqualTo("cpu");
    }

    @Test
    void unknownNameTellsTheValidOnes() {
        assertThat(Binding.ofConfiguration(VARIANTS)
                        .with("layered.variants", "cudda,cpu")
                        .onlyMistake())
                .isEqualTo(new Problem(
                        "variant-unknown",
                        "<variants> has no 'cudda'.",
                        "-Dlayered.variants",
                        "write cuda; valid is cpu, cuda, rocm"));
        assertThat(built(picked("x,cpu"))).isEqualTo("cpu");
        assertThat(built(picked("x"))).isEqualTo("cpu,rocm");
    }

    @Test
    void nameWithoutAListTellsThatThereIsNone() {
        assertThat(Binding.ofProject("").with("layered.variants", "cuda").onlyMistake())
                .isEqualTo(new Problem(
                        "variant-unknown",
                        "<variants> has no 'cuda'.",
                        "-Dlayered.variants",
                        "leave it out: the pom names none"));
    }

    @Test
    void nameWithoutAListIsForAnotherModuleOfTheRun() {
        SampleGoal without = Binding.ofProject("")
                .with("layered.variants", "cuda")
                .inReactor()
                .bind();
        assertThat(without.read.mistakes()).isEmpty();
        assertThat(Binding.ofConfiguration(VARIANTS)
                        .with("layered.variants", "cudda")
                        .inReactor()
                        .onlyMistake()
                        .id())
                .isEqualTo("variant-unknown");
    }

    @Test
    void textInThePomIsNoListOfNames() {
        assertThat(Binding.ofConfiguration("<variants>cpu,cuda</variants>")
                        .bind()
                        .read
                        .mistakes())
                .extracting(Problem::id)
                .containsOnly("configuration-needs-elements");
    }
}
