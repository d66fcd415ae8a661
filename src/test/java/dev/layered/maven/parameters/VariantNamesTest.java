package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VariantNamesTest {

    private final NamesProbe probe = new NamesProbe();
    private VariantParameters cpu;
    private VariantParameters cuda;

    @BeforeEach
    void cpuIsTheDefault() {
        probe.to("r.example/cart");
        cpu = probe.variant("cpu");
        cuda = probe.variant("cuda");
    }

    private List<String> tags(String variant) {
        return probe.names(variant).stream()
                .map(name -> name.replace("r.example/cart:", ""))
                .toList();
    }

    @Test
    void readWhenNoTagsAreGivenHasTheUsualOnes() {
        assertThat(tags("cpu")).containsExactly("1.2.0-cpu", "1.2.0-cpu-amd64", "latest-cpu", "1.2.0", "latest");
        assertThat(tags("cuda")).containsExactly("1.2.0-cuda", "1.2.0-cuda-amd64", "latest-cuda");
    }

    @Test
    void readWhenAVariantHasPlatformsOfItsOwnNamesThose() {
        cuda.from.platforms = NamesProbe.platformsOf("linux/arm64", "linux/arm/v7");
        assertThat(tags("cuda")).containsExactly("1.2.0-cuda", "1.2.0-cuda-arm64", "1.2.0-cuda-armv7", "latest-cuda");
    }

    @Test
    void readWhenTheImageHasATagGivesItToTheDefaultFirst() {
        cuda.asDefault = true;
        probe.to("r.example/cart:7");
        assertThat(tags("cpu")).containsExactly("1.2.0-cpu", "1.2.0-cpu-amd64", "latest-cpu");
        assertThat(tags("cuda"))
                .containsExactly("7", "1.2.0-cuda", "1.2.0-cuda-amd64", "latest-cuda", "1.2.0", "latest");
    }

    @Test
    void readWhenTheDefaultIsSkippedGivesItsTagsToNobody() {
        cpu.skip = true;
        assertThat(tags("cuda")).containsExactly("1.2.0-cuda", "1.2.0-cuda-amd64", "latest-cuda");
        assertThat(probe.read()).containsOnlyKeys("cuda");
    }

    @Test
    void readWhenTagsAreGivenCountsThoseWithoutAVariantForTheDefault() {
        probe.to("r.example/cart", "{variant}-{arch}", "{version}", "{variant}");
        assertThat(tags("cpu")).containsExactly("1.2.0", "cpu-amd64", "cpu");
        assertThat(tags("cuda")).containsExactly("cuda", "cuda-amd64");
    }

    @Test
    void readWhenAVariantHasTagsTakesThemInPlaceOfThoseOfTo() {
        probe.to("r.example/cart", "{variant}").target("a.example/cart").target("b.example/cart", "b-{variant}");
        cuda.tags = List.of("gpu", "{version}-gpu");
        assertThat(probe.names("cuda"))
                .containsExactly(
                        "r.example/cart:gpu",
                        "r.example/cart:1.2.0-gpu",
                        "a.example/cart:gpu",
                        "a.example/cart:1.2.0-gpu",
                        "b.example/cart:b-cuda");
        assertThat(probe.names("cpu"))
                .containsExactly("r.example/cart:cpu", "a.example/cart:cpu", "b.example/cart:b-cpu");
    }

    @Test
    void readWhenTheVariantsShareTheImageOfAProjectNamesThemAfterIt() {
        probe.to(null);
        assertThat(probe.names("cuda")).containsExactly("cart:1.2.0-cuda", "cart:1.2.0-cuda-amd64", "cart:latest-cuda");
    }

    @Test
    void readWhenAVariantGetsNoTagTellsIt() {
        probe.to("r.example/cart", "{version}").target("a.example/cart");
        probe.mistakes()
                .hasId("tag-none")
                .what("No tag names the whole image of the variant 'cuda'.")
                .where("<to><tags>")
                .fix("add a tag with {variant} and without {arch}, e.g. {version}-{variant}")
                .isMistake();
    }

    @Test
    void readWhenTagsOfAVariantAreAllOfPlatformsTellsIt() {
        cuda.tags = List.of("gpu-{arch}");
        probe.mistakes()
                .hasId("tag-none")
                .what("No tag names the whole image of the variant 'cuda'.")
                .where("<variants><item><tags>");
    }

    @Test
    void readWhenTagsOfATargetAreAllOfPlatformsTellsItOfEachVariant() {
        probe.target("a.example/cart", "{variant}-{arch}");
        probe.mistakes().hasIds("tag-none", "tag-none").problem(1).where("<targets><item><tags>");
    }

    @Test
    void readWhenTwoVariantsHaveOneNameTellsBoth() {
        cuda.tags = List.of("gpu", "latest");
        probe.mistakes()
                .hasId("tag-twice")
                .what("'r.example/cart:latest' would name both the image of the variant 'cpu' and the image of the"
                        + " variant 'cuda'.")
                .where("<variants><item><tags><item>")
                .fix("give each a tag of its own, with {variant}, {os} or {arch} in it")
                .isMistake();
    }

    @Test
    void readWhenAVariantIsCalledLikeAPlatformOfAnotherTellsIt() {
        probe.variant("cpu-amd64");
        probe.mistakes()
                .hasId("tag-twice")
                .what("'r.example/cart:1.2.0-cpu-amd64' would name both the image of the variant 'cpu' for"
                        + " 'linux/amd64' and the image of the variant 'cpu-amd64'.")
                .where("<to><tags>");
    }

    @Test
    void readWhenATagOfAVariantCannotBeReadTellsOnlyThat() {
        cuda.tags = List.of("{varian}");
        probe.mistakes()
                .hasId("tag-template")
                .where("<variants><item><tags><item>")
                .fix("write {variant}; there are {version}, {variant}, {os} and {arch}");
    }

    @Test
    void readWhenAVariantHasNoNameTellsOnlyThat() {
        cuda.name = null;
        probe.to("r.example/cart", "{variant}");
        probe.mistakes().hasId("variant-name");
    }
}
