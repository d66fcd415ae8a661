package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FromParametersTest {

    private final ReadingProbe probe = new ReadingProbe();
    private final FromParameters from = new FromParameters();

    private List<Platform> platforms(String... texts) {
        from.platforms = Stream.of(texts).map(FromParametersTest::platform).toList();
        return from.platforms(probe.at("from"));
    }

    private static PlatformParameters platform(String text) {
        PlatformParameters platform = new PlatformParameters();
        platform.set(text);
        return platform;
    }

    @Test
    void imageIsAsWrittenWithoutSpacesAround() {
        from.image = " oci:base\n";
        assertThat(from.image(Optional.of("usual"), probe.at("from"))).isEqualTo("oci:base");
        probe.assertNoMistake();
    }

    @Test
    void imageWhenThereIsNoneIsTheUsualOne() {
        assertThat(from.image(Optional.of("usual"), probe.at("from"))).isEqualTo("usual");
        assertThat(from.isNamed()).isFalse();
        probe.assertNoMistake();
    }

    @Test
    void imageWhenThereIsNeitherTellsHowToNameIt() {
        assertThat(from.image(Optional.empty(), probe.at("from"))).isEmpty();
        probe.assertMistakes()
                .hasId("base-none")
                .what("No base image is named, and nothing tells for which Java the project is compiled.")
                .where("<from><image>")
                .fix("set the property maven.compiler.release, or name a base in <from><image>, e.g."
                        + " eclipse-temurin:21-jre")
                .isMistake();
    }

    @Test
    void platformsWhenThereAreNoneIsTheUsualOne() {
        assertThat(from.platforms(probe.at("from"))).containsExactly(Platform.LINUX_AMD64);
        assertThat(platforms()).containsExactly(Platform.LINUX_AMD64);
    }

    @Test
    void platformsKeepTheirOrder() {
        assertThat(platforms("linux/arm64", " linux/arm/v7 ", "linux/amd64", "linux/arm/v6"))
                .hasToString("[linux/arm64, linux/arm/v7, linux/amd64, linux/arm/v6]");
        probe.assertNoMistake();
    }

    @Test
    void platformsWhenGivenInPartsAreReadAsJibDoes() {
        PlatformParameters arm = new PlatformParameters();
        arm.architecture = "arm";
        arm.variant = "v7";
        PlatformParameters windows = new PlatformParameters();
        windows.os = "windows";
        windows.architecture = "amd64";
        from.platforms = List.of(arm, windows);
        assertThat(from.platforms(probe.at("from"))).hasToString("[linux/arm/v7, windows/amd64]");
        from.platforms = List.of(new PlatformParameters());
        from.platforms(probe.at("from"));
        probe.assertMistakes().hasId("platform-form").what("'linux/' is not a platform.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "linux", "linux/", "/amd64", "linux/arm/v7/x", "linux/a b", "Linux;/amd64"})
    void platformsWhenBadlyFormedTellsTheForm(String text) {
        assertThat(platforms("linux/amd64", text)).containsExactly(Platform.LINUX_AMD64);
        probe.assertMistakes()
                .hasId("platform-form")
                .what("'" + text + "' is not a platform.")
                .where("<from><platforms><item>")
                .fix("write os/architecture or os/architecture/variant, e.g. linux/amd64, linux/arm64, linux/arm/v7")
                .isMistake();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux/arm64", "linux/arm64/v8"})
    void platformsWhenOneStandsTwiceTellsIt(String again) {
        assertThat(platforms("linux/arm64", "linux/amd64", again)).hasSize(2);
        probe.assertMistakes()
                .hasId("platform-twice")
                .what("The platform '" + again + "' stands twice.")
                .where("<from><platforms><item>")
                .fix("remove one of the two")
                .isMistake();
    }
}
