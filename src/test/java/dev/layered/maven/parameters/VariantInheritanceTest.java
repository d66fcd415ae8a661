package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a variant leaves out, in {@code <from>} and {@code <limits>}. */
final class VariantInheritanceTest {

    private final FromParameters outer = new FromParameters();
    private final FromParameters own = new FromParameters();

    @Test
    void overTakesWhatIsLeftOutFromTheProject() {
        outer.image = "r.example/java:21";
        outer.platforms = NamesProbe.platformsOf("linux/arm64");
        assertThat(own.over(outer).image).isEqualTo(outer.image);
        assertThat(own.over(outer).platforms).isEqualTo(outer.platforms);
        own.image = "scratch";
        own.platforms = NamesProbe.platformsOf("linux/s390x");
        assertThat(own.over(outer).image).isEqualTo("scratch");
        assertThat(own.over(outer).platforms).isEqualTo(own.platforms);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "r.example/java, -,                   true",
                "r.example/java, R.example/cuda:12,   true",
                "r.example/java, nvidia/cuda:12,      false",
                "r.example/java, registry://r.example/cuda, true",
                "r.example/java, oci:base,            false",
                "-,              -,                   true",
                "-,              nvidia/cuda,         false",
            })
    void overTakesTheLoginOnlyForTheSameRegistry(String project, String variant, boolean isTaken) {
        outer.image = project;
        outer.server = "corporate";
        outer.auth = new AuthParameters();
        own.image = variant;
        assertThat(own.over(outer).server).isEqualTo(isTaken ? "corporate" : null);
        assertThat(own.over(outer).auth).isEqualTo(isTaken ? outer.auth : null);
    }

    @Test
    void overWhenAVariantSaysAnythingOfALoginTakesNothingOfTheProjects() {
        outer.auth = new AuthParameters();
        own.credHelper = new CredHelperParameters();
        assertThat(own.over(outer).credHelper).isSameAs(own.credHelper);
        assertThat(own.over(outer).auth).isNull();
    }

    @Test
    void overTakesEachLimitThatIsLeftOut() {
        LimitsParameters project = new LimitsParameters();
        project.imageLayers = 100;
        project.imageLayersWarn = 50;
        project.layerSizeWarn = "1 MB";
        LimitsParameters variant = new LimitsParameters();
        assertThat(variant.over(project)).usingRecursiveComparison().isEqualTo(project);
        variant.imageLayers = 99;
        variant.imageLayersWarn = 49;
        variant.layerSizeWarn = "2 MB";
        assertThat(variant.over(project)).usingRecursiveComparison().isEqualTo(variant);
    }
}
