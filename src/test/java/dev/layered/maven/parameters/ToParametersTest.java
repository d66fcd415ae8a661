package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.ImageReference;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ToParametersTest {

    private static final String DIGEST = "sha256:" + "a".repeat(64);

    private final ReadingProbe probe = new ReadingProbe();
    private final ToParameters to = new ToParameters();

    private String reference(String artifactId, String version) {
        return to.reference(artifactId, version, probe.at("to"));
    }

    private String reference() {
        return reference("cart", "1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "cart,      1.0,            cart:1.0",
        "My-Cart,   1.0-SNAPSHOT,   my-cart:1.0-SNAPSHOT",
        "cart,      1.0+build/7,    cart:1.0-build-7",
        "cart app,  1:0,            cart-app:1-0",
        "_cart,     1,              cart:1",
        "cart.,     .1,             cart:1",
        "a..b,      1,              a-b:1",
        "a___b,     1,              a-b:1",
        "a__b--c,   1,              a__b--c:1",
    })
    void referenceWhenNothingIsGivenIsTheProjectsMadeLegal(String artifactId, String version, String reference) {
        assertThat(reference(artifactId, version)).isEqualTo(reference);
        assertThat(ImageReference.parse(reference)).hasToString(reference);
        probe.assertNoMistake();
    }

    @Test
    void referenceWhenNothingIsGivenIsAlwaysLegal() {
        Random random = new Random(31);
        for (int round = 0; round < 20_000; round++) {
            String reference = reference(word(random), word(random));
            assertThat(ImageReference.parse(reference)).hasToString(reference);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            word.append("aB1._-_.-+ é".charAt(random.nextInt(12)));
        }
        return word.toString();
    }

    @Test
    void referenceWhenTheVersionIsLongIsCutToATag() {
        assertThat(reference("cart", "1".repeat(200))).isEqualTo("cart:" + "1".repeat(128));
    }

    @Test
    void referenceWhenOnlyTagsAreGivenTakesTheFirst() {
        to.tags = List.of(" 2.0 ", "latest");
        assertThat(reference()).isEqualTo("cart:2.0");
        probe.assertNoMistake();
    }

    @Test
    void referenceWhenTheImageHasATagKeepsIt() {
        to.image = " r.example:5000/shop/cart:7 ";
        to.tags = List.of("latest");
        assertThat(reference()).isEqualTo("r.example:5000/shop/cart:7");
    }

    @Test
    void referenceWhenTheImageHasNoTagTakesTheFirstOrLatest() {
        to.image = "r.example:5000/shop/cart";
        assertThat(reference()).isEqualTo("r.example:5000/shop/cart:latest");
        to.tags = List.of("2", "3");
        assertThat(reference()).isEqualTo("r.example:5000/shop/cart:2");
        probe.assertNoMistake();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${version}", "a$1", "a\\b", "", ".a", "a b", "a/b", "a:b"})
    void referenceWhenATagIsNoneTellsIt(String tag) {
        to.tags = List.of("good", tag);
        reference();
        probe.assertMistakes()
                .hasId("image-tag")
                .what("'" + tag + "' is not a tag.")
                .where("<to><tags><item>")
                .fix("write at most 128 letters, digits, '.', '_' and '-', the first no '.' or '-', e.g. 1.0")
                .isMistake();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${version}", "a$1", "a\\b"})
    void referenceWhenTheFirstTagIsNoneTellsItAndNothingElse(String tag) {
        to.tags = List.of(tag);
        reference();
        probe.assertMistakes().hasId("image-tag");
        to.image = "shop/cart";
        assertThat(reference()).isEmpty();
    }

    @Test
    void referenceWhenTheImageIsNoneTellsIt() {
        to.image = "Shop/Cart";
        assertThat(reference()).isEmpty();
        probe.assertMistakes()
                .hasId("image-reference")
                .whatContains("'Shop/Cart' is not an image reference")
                .where("<to><image>")
                .isMistake()
                .isPrintable();
    }

    @Test
    void referenceWhenTheImageNamesADigestTellsWhyItCannot() {
        to.image = "shop/cart:1@" + DIGEST;
        assertThat(reference()).isEmpty();
        probe.assertMistakes()
                .hasId("target-digest")
                .what("'shop/cart:1@" + DIGEST
                        + "' names a digest, but the digest of an image is known only when it is made.")
                .where("<to><image>")
                .fix("remove everything from the @ on")
                .isMistake();
    }
}
