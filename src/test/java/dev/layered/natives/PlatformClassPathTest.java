package dev.layered.natives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.natives.Choice.Fit;
import dev.layered.plan.Coordinates;
import dev.layered.plan.SampleArtifact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlatformClassPathTest {

    private static final String EPOLL = "io.netty:netty-transport-native-epoll:jar:";
    private static final String NATIVE = "com.acme:codec:jar:";

    private static List<Choice> choices(String platform, String... artifacts) {
        List<Coordinates> path =
                Stream.of(artifacts).map(SampleArtifact::coordinates).toList();
        return PlatformClassPath.of(path, Platform.parse(platform), List.of());
    }

    private static Choice choice(String platform, String artifact) {
        return choices(platform, artifact).get(0);
    }

    private static void assertFits(List<Choice> choices, Fit... fits) {
        assertThat(choices).extracting(Choice::fit).containsExactly(fits);
    }

    @Test
    void ofWhenNoPlatformIsNamedGoesInAsItIs() {
        Choice choice = choice("linux/arm64", "com.acme:cart:jar:tests:1");
        assertThat(choice.fit()).isEqualTo(Fit.SAME);
        assertThat(choice.artifact()).hasToString("com.acme:cart:jar:tests:1");
        assertThat(choice.candidates()).isEmpty();
        assertThat(choice.reason()).isEqualTo("it names no platform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux/amd64", "linux/amd64/v1", "linux/amd64/v3"})
    void ofWhenItIsForThePlatformGoesIn(String platform) {
        Choice choice = choice(platform, EPOLL + "linux-x86_64:1");
        assertThat(choice.fit()).isEqualTo(Fit.OWN);
        assertThat(choice.reason()).isEqualTo("it is for " + platform);
    }

    @Test
    void ofWhenVariantsDifferKnowsWhichCount() {
        assertThat(choice("linux/arm64/v8", NATIVE + "linux-aarch64:1").fit()).isEqualTo(Fit.OWN);
        assertThat(choice("linux/arm/v7", NATIVE + "linux-armhf:1").fit()).isEqualTo(Fit.OWN);
        assertThat(choice("linux/arm", NATIVE + "linux-armv7:1").fit()).isEqualTo(Fit.OWN);
        assertThat(choice("linux/arm/v6", NATIVE + "linux-armv6:1").fit()).isEqualTo(Fit.OWN);
        assertThat(choice("linux/arm/v6", NATIVE + "linux-armv7:1").fit()).isEqualTo(Fit.SIBLING);
        assertThat(choice("linux/arm/v7", "org.jogamp.gluegen:g:jar:natives-linux-armv6hf:1")
                        .fit())
                .isEqualTo(Fit.OWN);
    }

    @Test
    void ofWhenItIsForAnotherArchitectureWantsItsSibling() {
        Choice choice = choice("linux/arm64", EPOLL + "linux-x86_64:1");
        assertThat(choice.fit()).isEqualTo(Fit.SIBLING);
        assertThat(choice.candidates()).extracting(Coordinates::toString).containsExactly(EPOLL + "linux-aarch_64:1");
        assertThat(choice.mayBeMissing()).isFalse();
        assertThat(choice.reason()).isEqualTo("in place of " + EPOLL + "linux-x86_64:1, which is for linux/amd64");
        assertThat(choice("linux/arm64", NATIVE + "linux-amd64:1").mayBeMissing())
                .isFalse();
    }

    @Test
    void ofWhenItIsForAnotherSystemMayDoWithoutUnlessTheFamilyIsKnown() {
        Choice unknown = choice("linux/arm64", NATIVE + "osx-aarch_64:1");
        assertThat(unknown.mayBeMissing()).isTrue();
        assertThat(unknown.candidates()).hasSize(3);
        Choice unfound = unknown.unfound();
        assertThat(unfound.fit()).isEqualTo(Fit.NONE);
        assertThat(unfound.candidates()).isEmpty();
        assertThat(unfound.reason())
                .isEqualTo("in place of " + NATIVE
                        + "osx-aarch_64:1, which is for osx/arm64, nothing goes in: there is no " + NATIVE
                        + "linux-aarch_64:1, " + NATIVE + "linux-aarch64:1, " + NATIVE + "linux-arm64:1");
        assertThat(choice("linux/arm64", "io.netty:netty-tcnative:jar:osx-aarch_64:1")
                        .mayBeMissing())
                .isFalse();
    }

    @Test
    void ofWhenThereIsNothingForTheSystemAsksNobody() {
        Choice dns = choice("linux/amd64", "io.netty:netty-resolver-dns-native-macos:jar:osx-aarch_64:1");
        assertThat(dns.fit()).isEqualTo(Fit.NONE);
        assertThat(dns.reason())
                .isEqualTo("its classifier names osx/arm64, and io.netty:netty-resolver-dns-native-macos"
                        + " has no artifact for linux");
        assertFits(
                choices(
                        "linux/amd64",
                        "io.netty:netty-resolver-dns-native-macos:1",
                        "io.netty:netty-resolver-dns-classes-macos:1",
                        "io.netty:netty-transport-native-kqueue:jar:osx-x86_64:1",
                        "org.lwjgl:lwjgl-vulkan:1",
                        "org.lwjgl:lwjgl-vulkan:jar:natives-macos:1",
                        "com.acme:foo-macos:1"),
                Fit.NONE,
                Fit.SAME,
                Fit.NONE,
                Fit.SAME,
                Fit.NONE,
                Fit.SAME);
        assertFits(
                choices("windows/amd64", EPOLL + "linux-x86_64:1", "io.netty:netty-transport-native-epoll:1"),
                Fit.NONE,
                Fit.SAME);
    }

    @Test
    void ofWhenOneOfASlotIsForThePlatformLeavesTheOthersOut() {
        List<Choice> choices =
                choices("linux/arm64", NATIVE + "osx-x86_64:1", NATIVE + "linux-aarch64:1", NATIVE + "linux-x86_64:1");
        assertFits(choices, Fit.NONE, Fit.OWN, Fit.NONE);
        assertThat(choices.get(2).reason())
                .isEqualTo("its classifier names linux/amd64, and " + NATIVE + "linux-aarch64:1 is for linux/arm64");
    }

    @Test
    void ofWhenNoneOfASlotIsForThePlatformPutsTheSiblingAtTheFirstOnesPlace() {
        List<Choice> choices = choices(
                "linux/arm64",
                "a:a:1",
                NATIVE + "osx-x86_64:1",
                NATIVE + "linux-x86_64:1",
                NATIVE + "windows-x86_64:1");
        assertFits(choices, Fit.SAME, Fit.SIBLING, Fit.NONE, Fit.NONE);
        assertThat(choices.get(1).mayBeMissing()).as("one of them is for Linux").isFalse();
        assertThat(choices.get(2).reason())
                .isEqualTo("its classifier names linux/amd64, and the artifact for linux/arm64 goes in in place of "
                        + NATIVE + "osx-x86_64:1");
        assertThat(choices("linux/arm64", NATIVE + "osx-x86_64:1", NATIVE + "win64:1")
                        .get(0)
                        .mayBeMissing())
                .isTrue();
    }

    @Test
    void ofWhenPrefixOrFlavourDifferTheyAreTwo() {
        assertFits(
                choices(
                        "linux/arm64",
                        NATIVE + "linux-x86_64:1",
                        NATIVE + "linux-x86_64-gpu:1",
                        NATIVE + "natives-linux-x86_64:1",
                        "com.acme:other:jar:linux-x86_64:1"),
                Fit.SIBLING,
                Fit.SIBLING,
                Fit.SIBLING,
                Fit.SIBLING);
    }

    @Test
    void ofWhenTwoHaveOneSiblingPutsItInOnce() {
        List<Choice> choices = choices("linux/arm64", NATIVE + "linux-x86_64:1", NATIVE + "linux-x86_64-avx2:1");
        assertFits(choices, Fit.SIBLING, Fit.NONE);
        assertThat(choices.get(1).reason()).endsWith(", " + NATIVE + "linux-aarch_64:1 goes in already");
        assertFits(
                choices("linux/arm64", NATIVE + "linux-x86_64-avx2:1", NATIVE + "linux-aarch64:2"), Fit.NONE, Fit.OWN);
    }

    @Test
    void ofWhenTheFamilyHasTwoArtifactIdsTheyAreOne() {
        String usual = "ai.djl.pytorch:pytorch-native-cpu:jar:linux-x86_64:2";
        String older = "ai.djl.pytorch:pytorch-native-cpu-precxx11:jar:linux-aarch64:2";
        assertFits(choices("linux/amd64", usual, older), Fit.OWN, Fit.NONE);
        assertFits(choices("linux/arm64", usual, older), Fit.NONE, Fit.OWN);
    }

    @Test
    void ofWhenTheArtifactIdNamesThePlatformItIsLikeAClassifier() {
        String brotli = "com.aayushatharva.brotli4j:native-";
        List<Choice> choices = choices("linux/arm64", brotli + "linux-x86_64:1", brotli + "osx-aarch64:1");
        assertFits(choices, Fit.SIBLING, Fit.NONE);
        assertThat(choices.get(0).candidates()).hasToString("[" + brotli + "linux-aarch64:1]");
        assertThat(choices.get(1).reason()).startsWith("its artifactId names osx/arm64, and ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"osx-x86_64", "win64", "mac", "natives-windows", "macosx-arm64", "osxuniversal", "android"})
    void ofWhenItIsForAnotherSystemItNeverGoesIn(String classifier) {
        for (String group : List.of("com.acme", "io.netty", "org.lwjgl", "org.openjfx", "org.rocksdb")) {
            for (String platform : List.of("linux/amd64", "linux/arm64", "linux/s390x", "linux/arm/v7")) {
                Choice choice = choice(platform, group + ":a:jar:" + classifier + ":1");
                assertThat(choice.fit()).isIn(Fit.SIBLING, Fit.NONE);
                assertThat(choice.candidates())
                        .allSatisfy(candidate -> assertThat(PlatformNames.ofClassifier(candidate.classifier())
                                        .orElseThrow()
                                        .isFor(Platform.parse(platform)))
                                .isTrue());
            }
        }
    }
}
