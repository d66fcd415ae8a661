package dev.layered.plan;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.layered.failure.LayeredFailure;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArtifactPatternTest {

    private static boolean matches(String pattern, String artifact) {
        return ArtifactPattern.parse(pattern).matches(SampleArtifact.coordinates(artifact));
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme,              com.acme:cart:1",
        "com.acme*,             com.acme.shop:cart:1",
        "com.acme*,             com.acme:cart:jar:natives:1",
        "com.acme.*,            com.acme.shop:cart:1",
        "com.acme:cart,         com.acme:cart:1",
        "com.acme:c*t,          com.acme:ct:1",
        "com.acme:c?rt,         com.acme:cart:1",
        "*:cart,                com.acme:cart:1",
        "*,                     com.acme:cart:1",
        ":cart,                 com.acme:cart:1",
        ":,                     com.acme:cart:1",
        "com.acme:,             com.acme:cart:1",
        "com.acme:cart:1.*,     com.acme:cart:1.2",
        "com.acme:cart:,        com.acme:cart:1.2",
        "::1.2,                 com.acme:cart:1.2",
        "::*-SNAPSHOT,          com.acme:cart:1-SNAPSHOT",
        "com.acme:cart,         com.acme:cart:jar:tests:1",
        "com.acme:cart:1,       com.acme:cart:so:linux:1",
        "' com.acme:cart\t',    com.acme:cart:1",
        "g++:a_b+c,             g++:a_b+c:1",
    })
    void matchesWhenEveryGivenPartDoes(String pattern, String artifact) {
        assertThat(matches(pattern, artifact)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme,              com.acme.shop:cart:1",
        "com.acme.*,            com.acme:cart:1",
        "com.acme,              comXacme:cart:1",
        "acme,                  com.acme:cart:1",
        "COM.acme,              com.acme:cart:1",
        "com.acme:c?rt,         com.acme:crt:1",
        "com.acme:cart,         com.acme:cart-api:1",
        "com.acme:cart:1,       com.acme:cart:1.2",
        "com.acme:cart:1,       com.acme:cart:1-SNAPSHOT",
        "com.acme:cart:1-2,     com.acme:cart:1-SNAPSHOT",
        "cart,                  com.acme:cart:1",
    })
    void matchesWhenAPartDiffersDoesNot(String pattern, String artifact) {
        assertThat(matches(pattern, artifact)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "g:a:jar::1,        g:a:jar:tests:1,    true",
        "g:a:jar:tests:1,   g:a:jar:tests:1,    true",
        "g:a:jar:tests:1,   g:a:1,              false",
        "g:a:jar:?*:1,      g:a:1,              false",
        "g:a:jar:?*:*,      g:a:jar:linux:2,    true",
        "g:a:war:*:*,       g:a:1,              false",
        "g:a:::,            g:a:so:linux:2,     true",
        "::::,              g:a:so:linux:2,     true",
        "*:*:*:linux*:*,    g:a:so:linux-x86_64:2,   true",
        "*:*:*:linux*:*,    g:a:so:windows:2,   false",
        "g:a:so:linux:2,    g:a:so:linux:2,     true",
        "g:a:so:linux:2,    g:a:so:linux:2.1,   false",
        "g:a:*:*:1-SNAPSHOT, g:a:1-SNAPSHOT,    true",
    })
    void matchesWhenOfFivePartsLooksAtTypeAndClassifierToo(String pattern, String artifact, boolean expected) {
        assertThat(matches(pattern, artifact)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "g:a:jar:1",
                "g:a:jar::1:x",
                ":::::",
                "g a",
                "g: a",
                "g:a,h:b",
                "g:a[1]",
                "g/a",
                "g:a|b",
                "g:\\d",
                "gé",
                "g:a\u0000",
                "g:${version}",
            })
    void parseWhenBadlyFormedTellsBothForms(String text) {
        assertFailure(() -> ArtifactPattern.parse(text))
                .hasId("artifact-pattern")
                .whatContains(" is not a pattern of artifacts.")
                .where("a pattern")
                .fix("write groupId, groupId:artifactId, groupId:artifactId:version or"
                        + " groupId:artifactId:type:classifier:version, with * and ?, e.g. org.springframework*:*")
                .isMistake()
                .isPrintable();
    }

    @Test
    void parseKeepsTheTextAndIsEqualByIt() {
        ArtifactPattern pattern = ArtifactPattern.parse(" g:a ");
        assertThat(pattern).hasToString("g:a").isEqualTo(ArtifactPattern.parse("g:a"));
        assertThat(pattern).hasSameHashCodeAs(ArtifactPattern.parse("g:a"));
        assertThat(pattern).isNotEqualTo(ArtifactPattern.parse("g:*")).isNotEqualTo("g:a");
    }

    /** What {@code *} and {@code ?} mean, once more and differently. */
    private static boolean glob(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        return switch (pattern.charAt(0)) {
            case '*' -> glob(pattern.substring(1), text) || !text.isEmpty() && glob(pattern, text.substring(1));
            case '?' -> !text.isEmpty() && glob(pattern.substring(1), text.substring(1));
            default -> text.startsWith(pattern.substring(0, 1)) && glob(pattern.substring(1), text.substring(1));
        };
    }

    @Test
    void matchesAsStarAndQuestionMarkAreMeant() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            String pattern = word("ab.*?", random);
            String artifactId = word("ab.", random);
            assertThat(matches("g:" + pattern, "g:" + artifactId + ":1"))
                    .as("%s on %s", pattern, artifactId)
                    .isEqualTo(pattern.isEmpty() || glob(pattern, artifactId));
        }
    }

    @Test
    void matchesWhenStarsAreManyIsQuick() {
        String stars = "*a".repeat(30) + "b";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(matches("g:" + stars, "g:" + "a".repeat(200) + ":1"))
                        .isFalse());
    }

    private static String word(String letters, Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    @Test
    void parseWhenTextIsRandomThrowsNothingButOurs() {
        Random random = new Random(12);
        for (int round = 0; round < 20_000; round++) {
            String text = word("ab:*?.-_+ \\(|$", random) + word(":a*", random);
            try {
                assertThat(ArtifactPattern.parse(text)).hasToString(text.strip());
            } catch (LayeredFailure expected) {
                assertThat(expected.problems()).hasSize(1);
            }
        }
    }
}
