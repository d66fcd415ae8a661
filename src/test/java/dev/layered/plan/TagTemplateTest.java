package dev.layered.plan;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TagTemplateTest {

    private static final ImageReference CART = ImageReference.parse("r.example/shop/cart");

    private static List<Platform> platforms(String... texts) {
        return Stream.of(texts).map(Platform::parse).toList();
    }

    private static List<ImageName> names(String template, String variant, String... platforms) {
        return TagTemplate.parse(template).names(CART, "1.2.0", variant, platforms(platforms));
    }

    @ParameterizedTest
    @CsvSource({
        "latest,                       latest",
        "' v{version} ',               v1.2.0",
        "{version}-{variant},          1.2.0-cpu",
        "{version}-{variant}-{arch},   1.2.0-cpu-armv7",
        "{os}_{arch}{version},         linux_armv71.2.0",
        "{version}{version},           1.2.01.2.0",
    })
    void expandPutsInWhatEachNameStandsFor(String template, String tag) {
        Platform platform = Platform.parse("linux/arm/v7");
        assertThat(TagTemplate.parse(template).expand("1.2.0", "cpu", Optional.of(platform)))
                .isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"1.0+build/7, 1.0-build-7", ".1, 1", "1:0, 1-0", "+, latest"})
    void expandWhenTheVersionHasWhatATagHasNotMakesItLegal(String version, String tag) {
        assertThat(TagTemplate.parse("{version}").expand(version, "", Optional.empty()))
                .isEqualTo(tag);
        assertThat(TagTemplate.legal(version)).isEqualTo(tag);
    }

    @Test
    void expandWhenTheResultIsNoTagTellsIt() {
        assertFailure(() -> TagTemplate.parse(".{version}").expand("1", "", Optional.empty()))
                .hasId("image-tag")
                .what("'.1' is not a tag.")
                .where("a tag")
                .fix("write at most 128 letters, digits, '.', '_' and '-', the first no '.' or '-', e.g. 1.0")
                .isMistake();
        String version = "1".repeat(200);
        assertThat(TagTemplate.parse("{version}").expand(version, "", Optional.empty()))
                .hasSize(128);
        assertFailure(() -> TagTemplate.parse("v{version}").expand(version, "", Optional.empty()))
                .hasId("image-tag");
    }

    @Test
    void expandWhenThereAreNoVariantsTellsIt() {
        assertFailure(() -> TagTemplate.parse("{version}-{variant}").expand("1", "", Optional.empty()))
                .hasId("tag-variant")
                .what("The tag '{version}-{variant}' has '{variant}', but the image has no variants.")
                .where("a tag")
                .fix("leave out {variant}, or name the variants in <variants>")
                .isMistake();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "a b", "a/b", "a:b", "a$1"})
    void parseWhenATextWithoutNamesIsNoTagTellsIt(String text) {
        assertFailure(() -> TagTemplate.parse(text))
                .hasId("image-tag")
                .what("'" + text + "' is not a tag.")
                .where("a tag")
                .fix("write at most 128 letters, digits, '.', '_' and '-', the first no '.' or '-', e.g. 1.0")
                .isMistake();
    }

    @ParameterizedTest
    @CsvSource({"{verson}, 'write {version}; '", "{ARCH}, 'write {arch}; '", "{project.version}, ''", "{}, ''"})
    void parseWhenANameIsUnknownTellsTheNearest(String text, String nearest) {
        assertFailure(() -> TagTemplate.parse("a-" + text))
                .hasId("tag-template")
                .what("The tag 'a-" + text + "' has '" + text + "', which stands for nothing.")
                .where("a tag")
                .fix(nearest + "there are {version}, {variant}, {os} and {arch}")
                .isMistake();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{version", "version}", "{version}-}", "{{version}}", "{a{version}"})
    void parseWhenABraceIsAloneTellsIt(String text) {
        assertFailure(() -> TagTemplate.parse(text))
                .hasId("tag-template")
                .what("The tag '" + text + "' has a brace without its other half.")
                .where("a tag")
                .fix("write names in braces, {version}, {variant}, {os} and {arch}, and no brace elsewhere")
                .isMistake()
                .isPrintable();
    }

    @Test
    void parseWhenADollarStandsBeforeANameTellsToLeaveItOut() {
        assertFailure(() -> TagTemplate.parse("v${version}"))
                .hasId("tag-template")
                .what("The tag 'v${version}' has a '$' before '{version}'.")
                .where("a tag")
                .fix("write {version} without it")
                .isMistake();
    }

    @Test
    void namesWhenTheTagHasNoArchIsOneOfTheWholeImage() {
        assertThat(names("{version}-{os}", "", "linux/amd64", "linux/arm64"))
                .containsExactly(new ImageName("r.example/shop/cart:1.2.0-linux", Optional.empty()));
    }

    @Test
    void namesWhenTheTagHasArchIsOneForEachPlatform() {
        List<Platform> platforms = platforms("linux/amd64", "linux/arm/v7");
        assertThat(names("{version}-{variant}-{arch}", "cpu", "linux/amd64", "linux/arm/v7"))
                .containsExactly(
                        new ImageName("r.example/shop/cart:1.2.0-cpu-amd64", Optional.of(platforms.get(0))),
                        new ImageName("r.example/shop/cart:1.2.0-cpu-armv7", Optional.of(platforms.get(1))));
    }

    @Test
    void namesWhenOneTagIsForSeveralSystemsTellsIt() {
        assertFailure(() -> names("{version}-{os}", "", "linux/amd64", "windows/amd64"))
                .hasId("tag-os")
                .what("The tag '{version}-{os}' names one image, which is for several systems: linux, windows.")
                .where("a tag")
                .fix("leave out {os}, or add {arch} for a tag of each platform")
                .isMistake();
        assertThat(names("{os}-{arch}", "", "linux/amd64", "windows/amd64"))
                .hasToString("[r.example/shop/cart:linux-amd64, r.example/shop/cart:windows-amd64]");
    }

    @Test
    void isPerPlatformAndIsPerVariantSayWhichNamesItHas() {
        assertThat(TagTemplate.parse("{os}-{arch}").isPerPlatform()).isTrue();
        assertThat(TagTemplate.parse("{os}").isPerPlatform()).isFalse();
        assertThat(TagTemplate.parse("arch-{variant}").isPerPlatform()).isFalse();
        assertThat(TagTemplate.parse("arch-{variant}").isPerVariant()).isTrue();
        assertThat(TagTemplate.parse("variant").isPerVariant()).isFalse();
    }

    @Test
    void templatesAreEqualByTheirText() {
        assertThat(TagTemplate.parse(" {version}"))
                .isEqualTo(TagTemplate.parse("{version}"))
                .hasSameHashCodeAs(TagTemplate.parse("{version}"))
                .hasToString("{version}")
                .isNotEqualTo(TagTemplate.parse("version"));
    }
}
