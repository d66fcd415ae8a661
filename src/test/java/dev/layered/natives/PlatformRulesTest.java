package dev.layered.natives;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.natives.Choice.Fit;
import dev.layered.natives.PlatformRule.Replacement;
import dev.layered.natives.PlatformRule.Use;
import dev.layered.plan.ArtifactPattern;
import dev.layered.plan.SampleArtifact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlatformRulesTest {

    private static final String AMD64 = "com.acme:codec:jar:linux-x86_64:1";
    private static final String ARM64 = "com.acme:codec:jar:linux-aarch64:1";
    private static final String MAC = "com.acme:codec:jar:osx:1";

    private static PlatformRule rule(String pattern, Use use, boolean mayBeMissing, String... platforms) {
        return new PlatformRule(
                ArtifactPattern.parse(pattern),
                Stream.of(platforms).map(Platform::parse).toList(),
                Replacement.NONE,
                use,
                mayBeMissing,
                "<a> in pom.xml:1");
    }

    private static PlatformRule replacing(String pattern, String classifier, String... platforms) {
        return new PlatformRule(
                ArtifactPattern.parse(pattern),
                Stream.of(platforms).map(Platform::parse).toList(),
                new Replacement(Optional.empty(), Optional.of("better"), Optional.of(classifier), Optional.of("2")),
                Use.OTHER,
                false,
                "<b> in pom.xml:2");
    }

    private static List<Choice> choices(String platform, List<PlatformRule> rules, String... artifacts) {
        return PlatformClassPath.of(
                Stream.of(artifacts).map(SampleArtifact::coordinates).toList(), Platform.parse(platform), rules);
    }

    @Test
    void ofWhenARuleKeepsItGoesInAndIsOfNoSlot() {
        List<Choice> choices = choices("linux/arm64", List.of(rule("::jar:osx:", Use.KEEP, false)), MAC, AMD64);
        assertThat(choices).extracting(Choice::fit).containsExactly(Fit.SAME, Fit.SIBLING);
        assertThat(choices.get(0).reason()).isEqualTo("kept by the rule <a> in pom.xml:1");
        assertThat(choices.get(1).mayBeMissing()).isFalse();
    }

    @Test
    void ofWhenARuleSkipsItIsLeftOutEvenWhereItFits() {
        List<PlatformRule> rules = List.of(rule("com.acme", Use.SKIP, false, "linux/arm64"));
        assertThat(choices("linux/arm64", rules, ARM64, "com.acme:cart:1"))
                .allSatisfy(choice -> assertThat(choice.fit()).isEqualTo(Fit.NONE))
                .allSatisfy(choice -> assertThat(choice.reason()).isEqualTo("left out by the rule <a> in pom.xml:1"));
        assertThat(choices("linux/amd64", rules, AMD64).get(0).fit()).isEqualTo(Fit.OWN);
    }

    @Test
    void ofWhenSeveralRulesMatchTheFirstDecides() {
        List<PlatformRule> rules = List.of(rule("com.acme", Use.KEEP, false), rule("com.acme", Use.SKIP, false));
        assertThat(choices("linux/arm64", rules, MAC).get(0).fit()).isEqualTo(Fit.SAME);
    }

    @Test
    void ofWhenARuleSaysWhetherItMayBeMissingItDecides() {
        Choice allowed = choices("linux/arm64", List.of(rule("com.acme", Use.OTHER, true)), AMD64)
                .get(0);
        assertThat(allowed.mayBeMissing()).isTrue();
        assertThat(allowed.reason())
                .isEqualTo("in place of " + AMD64 + ", which is for linux/amd64, by the rule <a> in pom.xml:1");
        assertThat(choices("linux/arm64", List.of(rule("com.acme", Use.OTHER, false)), MAC)
                        .get(0)
                        .mayBeMissing())
                .isFalse();
    }

    @Test
    void ofWhenARuleNamesAnotherItStandsInItsPlace() {
        Choice choice = choices("linux/arm64", List.of(replacing("com.acme", "arm")), AMD64)
                .get(0);
        assertThat(choice.fit()).isEqualTo(Fit.SIBLING);
        assertThat(choice.candidates()).hasToString("[com.acme:better:jar:arm:2]");
        assertThat(choice.reason())
                .isEqualTo("in place of " + AMD64 + ", which is for linux/amd64, by the rule <b> in pom.xml:2");
    }

    @Test
    void ofWhenARuleNamesAnotherItReplacesAlsoWhatNamesNoPlatform() {
        Choice choice = choices("linux/arm64", List.of(replacing("com.acme", "")), "com.acme:codec:1")
                .get(0);
        assertThat(choice.candidates()).hasToString("[com.acme:better:2]");
        assertThat(choice.reason()).isEqualTo("in place of com.acme:codec:1, by the rule <b> in pom.xml:2");
    }

    @Test
    void ofWhenWhatARuleNamesIsTheArtifactItselfItStaysSharedByAllPlatforms() {
        List<PlatformRule> rules = List.of(replacing("com.acme:*", "", "linux/arm64"));
        Choice itself = choices("linux/arm64", rules, "com.acme:better:2").get(0);
        assertThat(itself.fit()).isEqualTo(Fit.SAME);
        assertThat(itself.reason()).isEqualTo("it is what the rule <b> in pom.xml:2 names");
        assertThat(choices("linux/arm64", rules, "com.acme:better:1").get(0).fit())
                .isEqualTo(Fit.SIBLING);
    }

    @Test
    void ofWhenARuleForAllPlatformsNamesAnotherItLeavesWhatFits() {
        assertThat(choices("linux/arm64", List.of(replacing("com.acme", "arm")), ARM64)
                        .get(0)
                        .fit())
                .isEqualTo(Fit.OWN);
        assertThat(choices("linux/arm64", List.of(replacing("com.acme", "arm", "linux/arm64")), ARM64)
                        .get(0)
                        .fit())
                .isEqualTo(Fit.SIBLING);
    }

    @Test
    void ofWhenWhatARuleNamesIsThereAlreadyPutsItInOnce() {
        List<Choice> choices =
                choices("linux/arm64", List.of(replacing("com.acme:codec", "")), AMD64, "com.acme:better:3");
        assertThat(choices).extracting(Choice::fit).containsExactly(Fit.NONE, Fit.SAME);
        assertThat(choices.get(0).reason()).endsWith(", com.acme:better:2 is on the class path already");
    }

    @Test
    void ofWhenARuleFailsTellsAllThatAreForeign() {
        List<PlatformRule> rules = List.of(rule("*", Use.FAIL, false));
        String kqueue = "io.netty:netty-transport-native-kqueue:jar:osx-x86_64:1";
        assertFailure(() -> choices("linux/arm64", rules, AMD64, kqueue, "a:a:1"))
                .hasIds("artifact-foreign", "artifact-foreign")
                .isMistake()
                .isPrintable()
                .problem(0)
                .what("The artifact '" + AMD64 + "' is not for linux/arm64: its classifier names linux/amd64.")
                .where("<a> in pom.xml:1")
                .fix("add the one for linux/arm64 to the dependencies, or let the plugin find it by <use>other</use>");
    }

    @Test
    void ofWhenARuleFailsIsContentWithOneForThePlatform() {
        assertThat(choices("linux/arm64", List.of(rule("*", Use.FAIL, false)), AMD64, ARM64))
                .extracting(Choice::fit)
                .containsExactly(Fit.NONE, Fit.OWN);
    }
}
