package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.image.Platform;
import dev.layered.natives.PlatformRule;
import dev.layered.natives.PlatformRule.Replacement;
import dev.layered.natives.PlatformRule.Use;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlatformArtifactParametersTest {

    private final ReadingProbe probe = new ReadingProbe();

    private static PlatformArtifactParameters of(String artifact) {
        PlatformArtifactParameters parameters = new PlatformArtifactParameters();
        parameters.artifact = artifact;
        return parameters;
    }

    private static PlatformParameters platform(String text) {
        PlatformParameters platform = new PlatformParameters();
        platform.set(text);
        return platform;
    }

    private List<PlatformRule> rules(PlatformArtifactParameters... artifacts) {
        return PlatformArtifactParameters.rules(List.of(artifacts), probe.at("platformArtifacts"));
    }

    private FailureAssert mistakes(PlatformArtifactParameters... artifacts) {
        rules(artifacts);
        return probe.assertMistakes();
    }

    @Test
    void rulesWhenThereAreNoneAreNone() {
        assertThat(PlatformArtifactParameters.rules(null, probe.at("platformArtifacts")))
                .isEmpty();
        probe.assertNoMistake();
    }

    @Test
    void rulesWhenOnlyTheArtifactIsNamedHaveTheDefaults() {
        PlatformRule rule = rules(of("com.acme:codec")).get(0);
        assertThat(rule.artifacts()).hasToString("com.acme:codec");
        assertThat(rule.platforms()).isEmpty();
        assertThat(rule.replacement()).isEqualTo(Replacement.NONE);
        assertThat(rule.use()).isEqualTo(Use.OTHER);
        assertThat(rule.mayBeMissing()).isFalse();
        assertThat(rule.place()).isEqualTo("<platformArtifacts><item>");
        probe.assertNoMistake();
    }

    @Test
    void rulesCarryEverythingThatIsGiven() {
        PlatformArtifactParameters given = of("com.acme:codec");
        given.platforms = List.of(platform("linux/arm64"), platform("linux/arm/v7"));
        given.groupId = " com.acme.arm ";
        given.artifactId = "codec-arm";
        given.classifier = "none";
        given.version = "2.1";
        given.use = "Other";
        given.missing = "skip";
        PlatformRule rule = rules(given).get(0);
        assertThat(rule.platforms()).containsExactly(Platform.parse("linux/arm64"), Platform.parse("linux/arm/v7"));
        assertThat(rule.replacement())
                .isEqualTo(new Replacement(
                        Optional.of("com.acme.arm"), Optional.of("codec-arm"), Optional.of(""), Optional.of("2.1")));
        assertThat(rule.mayBeMissing()).isTrue();
        probe.assertNoMistake();
    }

    @Test
    void rulesKnowEveryUseAndKeepTheirOrder() {
        List<PlatformRule> rules = List.of("keep", "skip", "fail", "other").stream()
                .flatMap(use -> {
                    PlatformArtifactParameters given = of("a:" + use);
                    given.use = use;
                    return rules(given).stream();
                })
                .toList();
        assertThat(rules).extracting(PlatformRule::use).containsExactly(Use.KEEP, Use.SKIP, Use.FAIL, Use.OTHER);
        probe.assertNoMistake();
    }

    @Test
    void rulesWhenNoArtifactIsNamedTellIt() {
        assertThat(rules(of(null))).isEmpty();
        probe.assertMistakes()
                .hasId("platform-artifact")
                .what("A rule for artifacts of platforms does not say which it means.")
                .where("<platformArtifacts><item>")
                .fix("name them in <artifact>, e.g. <artifact>org.rocksdb:rocksdbjni</artifact>")
                .isMistake();
    }

    @Test
    void rulesWhenAPartCannotBeOneTellIt() {
        PlatformArtifactParameters given = of("com.acme:codec");
        given.classifier = "linux-*";
        mistakes(given)
                .hasId("platform-artifact-part")
                .what("'linux-*' cannot be a part of an artifact's name.")
                .where("<platformArtifacts><item><classifier>")
                .fix("write letters, digits and . _ + - only; the part belongs to one artifact and is no pattern")
                .isMistake();
    }

    @Test
    void rulesWhenWhatGoesInInsteadIsToldForNothingTellIt() {
        PlatformArtifactParameters kept = of("com.acme:codec");
        kept.use = "keep";
        kept.version = "2";
        PlatformArtifactParameters skipped = of("com.acme:codec");
        skipped.use = "skip";
        skipped.missing = "fail";
        mistakes(kept, skipped)
                .hasIds("platform-artifact-unused", "platform-artifact-unused")
                .isMistake()
                .problem(0)
                .what("What goes in instead is told, and 'keep' puts nothing in its place.")
                .where("<platformArtifacts><item>")
                .fix("remove <use>, or <groupId>, <artifactId>, <classifier>, <version> and <missing>");
    }

    @Test
    void rulesWhenMuchIsWrongTellAllAtOnce() {
        PlatformArtifactParameters bad = of("a:b:c:d");
        bad.groupId = "a/b";
        bad.use = "drop";
        bad.missing = "warn";
        bad.platforms = List.of(platform("arm64"));
        mistakes(bad)
                .hasIds("artifact-pattern", "platform-artifact-part", "word-unknown", "word-unknown", "platform-form")
                .isMistake()
                .isPrintable()
                .problem(0)
                .where("<platformArtifacts><item><artifact>");
        probe.assertMistakes().problem(2).where("<platformArtifacts><item><use>");
        probe.assertMistakes().problem(3).where("<platformArtifacts><item><missing>");
        probe.assertMistakes().problem(4).where("<platformArtifacts><item><platforms><item>");
    }
}
