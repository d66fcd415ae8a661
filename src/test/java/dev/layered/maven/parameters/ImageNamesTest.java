package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.plan.ImageName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageNamesTest {

    private final NamesProbe probe = new NamesProbe();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-             | -          | cart:1.2.0",
                "-             | 2.0,latest | cart:2.0 cart:latest",
                "r/shop/cart:7 | -          | r/shop/cart:7",
                "r/shop/cart:7 | latest,7   | r/shop/cart:7 r/shop/cart:latest",
                "r/shop/cart   | -          | r/shop/cart:latest",
                "r/shop/cart   | 2,3,2      | r/shop/cart:2 r/shop/cart:3",
            })
    void readWhenNothingDiffersIsWhatToHasAlwaysGiven(String image, String tags, String names) {
        probe.to.image = image;
        probe.to.tags = tags == null ? null : List.of(tags.split(","));
        assertThat(probe.names()).containsExactly(names.split(" "));
        assertThat(probe.to.references("cart", "1.2.0")).containsExactly(names.split(" "));
    }

    @Test
    void readWhenATagIsOfAPlatformGivesOneForEach() {
        probe.to("shop/cart", "{version}-{arch}", "{version}", "latest").platforms("linux/amd64", "linux/arm64");
        assertThat(probe.names())
                .containsExactly(
                        "shop/cart:1.2.0", "shop/cart:1.2.0-amd64", "shop/cart:1.2.0-arm64", "shop/cart:latest");
        assertThat(probe.read().get("").get(0).names())
                .extracting(ImageName::platform)
                .hasToString("[Optional.empty, Optional[linux/amd64], Optional[linux/arm64], Optional.empty]");
    }

    @ParameterizedTest
    @CsvSource({"shop/cart, shop/cart:latest", ", cart:1.2.0", "shop/cart:7, shop/cart:7"})
    void readWhenAllTagsAreOfPlatformsHasTheUsualNameFirst(String image, String main) {
        probe.to(image, "{version}-{arch}");
        assertThat(probe.names()).containsExactly(main, main.substring(0, main.indexOf(':')) + ":1.2.0-amd64");
    }

    @Test
    void readWhenThereAreTargetsGivesThemTheTagsOfTo() {
        probe.to("r.example/shop/cart:7", "{version}")
                .target("a.example/cart")
                .target("b.example/cart:8")
                .target("c.example/cart", "{arch}")
                .target("d.example/cart:9", "10");
        assertThat(probe.names())
                .containsExactly(
                        "r.example/shop/cart:7",
                        "r.example/shop/cart:1.2.0",
                        "a.example/cart:7",
                        "a.example/cart:1.2.0",
                        "b.example/cart:8",
                        "b.example/cart:1.2.0",
                        "c.example/cart:latest",
                        "c.example/cart:amd64",
                        "d.example/cart:9",
                        "d.example/cart:10");
        assertThat(probe.read().get("").get(1).repository()).hasToString("a.example/cart");
    }

    @Test
    void readWhenToHasNoImageBeginsWithTheFirstTarget() {
        probe.to(null, "{version}").target("a.example/cart").target("b.example/cart", "x");
        assertThat(probe.names()).containsExactly("a.example/cart:1.2.0", "b.example/cart:x");
        probe.to(null);
        assertThat(probe.names()).containsExactly("a.example/cart:latest", "b.example/cart:x");
    }

    @ParameterizedTest
    @CsvSource({
        "r.example/shop/cart:1, R.example/shop/cart:2, R.example/shop/cart",
        "cart,                  docker.io/library/cart, library/cart",
        "docker.io/shop/cart,   shop/cart,             shop/cart",
    })
    void readWhenARepositoryStandsTwiceTellsIt(String image, String target, String shown) {
        probe.to(image, "1").target(target, "2");
        probe.mistakes()
                .hasId("target-repeated")
                .what("The repository '" + shown + "' stands twice.")
                .where("<targets><item><image>")
                .fix("name it once, with all its tags")
                .isMistake();
    }

    @Test
    void readWhenATargetHasNoImageTellsIt() {
        probe.to("shop/cart").target(null, "1");
        probe.mistakes()
                .hasId("target-none")
                .what("A target has no image.")
                .where("<targets><item>")
                .fix("name it in <image>, e.g. mirror.example.com/shop/cart")
                .isMistake();
    }

    @Test
    void readWhenATargetNamesADigestTellsWhyItCannot() {
        String image = "shop/cart@sha256:" + "a".repeat(64);
        probe.to("r.example/shop/cart").target(image);
        probe.mistakes()
                .hasId("target-digest")
                .what("'" + image + "' names a digest, but the digest of an image is known only when it is made.")
                .where("<targets><item><image>")
                .fix("remove everything from the @ on")
                .isMistake();
    }

    @Test
    void readWhenATargetIsNoImageTellsIt() {
        probe.to("shop/cart").target("Shop/Cart");
        probe.mistakes().hasId("image-reference").where("<targets><item><image>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{verson}", "{version", "${version}"})
    void readWhenATemplateIsWrongTellsItOnceForAllTargets(String tag) {
        probe.to("shop/cart", "good", tag).target("a.example/cart");
        probe.mistakes().hasId("tag-template").where("<to><tags><item>").isMistake();
    }

    @Test
    void readWhenWhatComesOutIsNoTagTellsItOnce() {
        probe.to("shop/cart", ".{version}").target("a.example/cart");
        probe.mistakes().hasId("image-tag").what("'.1.2.0' is not a tag.").where("<to><tags><item>");
    }

    @Test
    void readWhenThereAreNoVariantsTellsOfTheirName() {
        probe.to("shop/cart", "{variant}");
        probe.mistakes().hasId("tag-variant").where("<to><tags><item>");
    }

    @Test
    void readWhenPlatformsDifferInTheSystemAloneTellsOfEqualNames() {
        probe.to("shop/cart", "1", "1-{arch}").platforms("linux/amd64", "windows/amd64");
        probe.mistakes()
                .hasId("tag-twice")
                .what("'shop/cart:1-amd64' would name both the image for 'linux/amd64' and the image for"
                        + " 'windows/amd64'.")
                .where("<to><tags><item>")
                .fix("give each a tag of its own, with {variant}, {os} or {arch} in it")
                .isMistake();
    }

    @Test
    void readWhenAPlatformIsWrongTellsOnlyThat() {
        probe.to("shop/cart").platforms("linux");
        probe.mistakes().hasId("platform-form");
    }
}
