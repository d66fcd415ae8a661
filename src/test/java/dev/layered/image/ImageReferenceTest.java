package dev.layered.image;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.LayeredFailure;
import dev.layered.json.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageReferenceTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "alpine, docker.io, alpine, ",
        "alpine:3, docker.io, alpine, 3",
        "library/alpine, docker.io, library/alpine, ",
        "docker.io/library/alpine:3, docker.io, library/alpine, 3",
        "localhost/a, localhost, a, ",
        "localhost:5000/a/b:c, localhost:5000, a/b, c",
        "localhost:5000, docker.io, localhost, 5000",
        "127.0.0.1:5000/a, 127.0.0.1:5000, a, ",
        "[::1]:5000/a:b, [::1]:5000, a, b",
        "[2001:db8::1]/a, [2001:db8::1], a, ",
        "registry.example.com/shop/cart:1.0, registry.example.com, shop/cart, 1.0",
        "Registry.Example.com/a, Registry.Example.com, a, ",
        "Host/a, Host, a, ",
        "a/b-c/d_e/f__g/h.i/j---k, docker.io, a/b-c/d_e/f__g/h.i/j---k, ",
        "a:_Tag-1.0_X, docker.io, a, _Tag-1.0_X",
        "' a:b ', docker.io, a, b",
    })
    void parseWhenFormIsRightReadsTheParts(String text, String registry, String repository, String tag) {
        assertThat(ImageReference.parse(text))
                .isEqualTo(new ImageReference(registry, repository, Optional.ofNullable(tag), Optional.empty()));
    }

    @Test
    void parseReadsTagAndDigest() {
        ImageReference reference = ImageReference.parse("r.example:5000/a/b:1@" + DIGEST);
        assertThat(reference.tag()).contains("1");
        assertThat(reference.digest()).contains(Digest.parse(DIGEST));
        assertThat(reference).hasToString("r.example:5000/a/b:1@" + DIGEST);
        assertThat(ImageReference.parse("a@" + DIGEST).tag()).isEmpty();
    }

    @Test
    void parseWhenTagHas128CharactersTakesIt() {
        assertThat(ImageReference.parse("a:" + "x".repeat(128)).tag()).contains("x".repeat(128));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the part '' of the repository",
                "r.example/Shop/cart | the part 'Shop' of the repository",
                "Cart | the part 'Cart' of the repository",
                "r.example/ | the part '' of the repository",
                "r.example/a//b | the part '' of the repository",
                "r.example/a/ | the part '' of the repository",
                "/a | the part '' of the repository",
                "../a | the registry '..'",
                "r.example/../a | the part '..' of the repository",
                "r.example/a/../b | the part '..' of the repository",
                "a/-b | the part '-b' of the repository",
                "a/b- | the part 'b-' of the repository",
                "a/b___c | the part 'b___c' of the repository",
                "a/b..c | the part 'b..c' of the repository",
                "a b | the part 'a b' of the repository",
                "https://r.example/a | the registry 'https:'",
                "a: | the tag ''",
                "a:.b | the tag '.b'",
                "a:-b | the tag '-b'",
                "a:b c | the tag 'b c'",
                "a:é | the tag 'é'",
                "a@ | the digest ''",
                "a@sha256:12 | the digest 'sha256:12'",
                "a@sha512:12 | the digest 'sha512:12'",
                "a@b@c | the digest 'b@c'",
                "-r.example/a | the registry '-r.example'",
                "r.example:/a | the registry 'r.example:'",
                "r.example:123456/a | the registry 'r.example:123456'",
                "[::g]:1/a | the registry '[::g]:1'",
                "user@r.example/a | the digest 'r.example/a'",
            })
    void parseWhenFormIsWrongQuotesTheValueAndThePart(String text, String part) {
        assertFailure(() -> ImageReference.parse(text))
                .hasId("image-reference")
                .whatContains("'" + text + "' is not an image reference: ", part)
                .where("an image reference")
                .fix("write [registry/]repository[:tag], e.g. registry.example.com/shop/cart:1.0")
                .isMistake();
    }

    @Test
    void parseWhenTagIsTooLongRefuses() {
        assertFailure(() -> ImageReference.parse("a:" + "x".repeat(129)))
                .hasId("image-reference")
                .whatContains("the tag '" + "x".repeat(129) + "'", "128");
    }

    @Test
    void parseWhenTextIsEndlessRefuses() {
        assertFailure(() -> ImageReference.parse("a.".repeat(100_000) + "a/b/c"))
                .hasId("image-reference");
        assertFailure(() -> ImageReference.parse("x/" + "a.".repeat(100_000) + "a"))
                .hasId("image-reference");
        assertFailure(() -> ImageReference.parse("x/" + "a".repeat(255))).hasId("image-reference");
        assertThat(ImageReference.parse("x/" + "a".repeat(253)).repository()).hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alpine",
                "library/alpine:3",
                "r.example/a:1",
                "localhost:5000/a",
                "[::1]:5000/a:b",
                "Host/a",
                "docker.io/localhost/a",
                "docker.io/r.example/a:1"
            })
    void parseOfToStringGivesTheSame(String text) {
        ImageReference reference = ImageReference.parse(text);
        assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
    }

    @Test
    void wholeRepositoryHasTheFolderOfDockerHubsOwn() {
        assertThat(ImageReference.parse("nginx").wholeRepository()).isEqualTo("library/nginx");
        assertThat(ImageReference.parse("me/nginx").wholeRepository()).isEqualTo("me/nginx");
        assertThat(ImageReference.parse("localhost/nginx").wholeRepository()).isEqualTo("nginx");
    }

    @Test
    void toStringLeavesDockerHubOut() {
        assertThat(ImageReference.parse("docker.io/library/alpine:3")).hasToString("library/alpine:3");
        assertThat(ImageReference.parse("r.example/a")).hasToString("r.example/a");
    }

    @Test
    void taggedReplacesTagAndDropsDigest() {
        assertThat(ImageReference.parse("r.example/a:1@" + DIGEST).tagged("2")).hasToString("r.example/a:2");
        assertFailure(() -> ImageReference.parse("a").tagged("x/y"))
                .hasId("image-tag")
                .what("'x/y' is not a tag.")
                .where("a tag")
                .fix("write at most 128 letters, digits, '.', '_' and '-', the first no '.' or '-', e.g. 1.0")
                .isMistake();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry.example.com", "Registry.example.com:5000", "localhost", "[::1]:5000"})
    void checkRegistryReturnsItInLowerCase(String text) {
        assertThat(ImageReference.checkRegistry(text)).isEqualTo(text.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://a.example", "a.example/team", "a.example:", "a b", "-a", "a.example:123456"})
    void checkRegistryWhenItIsNoneTellsTheForm(String text) {
        assertFailure(() -> ImageReference.checkRegistry(text))
                .hasId("registry-name")
                .what("'" + text + "' is not a registry.")
                .where("a registry")
                .fix("write its host, with the port if there is one, e.g. registry.example.com:5000")
                .isMistake();
    }

    @Test
    void checkRegistryWhenThereIsAPasswordDoesNotShowIt() {
        assertFailure(() -> ImageReference.checkRegistry("https://ci:hunter2@a.example"))
                .what("'a.example' is not a registry.");
    }

    @Test
    void parseWhenTextIsDamagedThrowsNothingButOurs() {
        Mutations mutations = new Mutations(3);
        for (int i = 0; i < 20_000; i++) {
            String text = new String(mutations.damage("r.example:5000/a-b/c:1.0@" + DIGEST), StandardCharsets.UTF_8);
            try {
                ImageReference reference = ImageReference.parse(text);
                assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
            } catch (LayeredFailure expected) {
                assertThat(expected.problems()).hasSize(1);
            }
        }
    }
}
