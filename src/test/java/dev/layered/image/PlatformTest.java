package dev.layered.image;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlatformTest {

    @ParameterizedTest
    @ValueSource(strings = {"linux/amd64", "linux/arm/v7", "linux/arm64/v8", "windows/amd64", "wasip1/wasm", "a_1/b.2"})
    void parseOfToStringGivesTheSame(String text) {
        assertThat(Platform.parse(text)).hasToString(text);
        assertThat(Platform.parse(" " + text + "\n")).isEqualTo(Platform.parse(text));
    }

    @Test
    void ofMachineSaysJavasArchitecturesInTheWordsOfTheSpec() {
        assertThat(Platform.ofMachine("amd64")).hasToString("linux/amd64");
        assertThat(Platform.ofMachine("x86_64")).hasToString("linux/amd64");
        assertThat(Platform.ofMachine("aarch64")).hasToString("linux/arm64");
        assertThat(Platform.ofMachine("i386")).hasToString("linux/386");
        assertThat(Platform.ofMachine("riscv64")).hasToString("linux/riscv64");
    }

    @Test
    void parseWhenVariantIsMissingLeavesItEmpty() {
        assertThat(Platform.parse("linux/arm64")).isEqualTo(new Platform("linux", "arm64", Optional.empty()));
        assertThat(Platform.parse("linux/arm/v7")).isEqualTo(new Platform("linux", "arm", Optional.of("v7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "linux",
                "/",
                "linux/",
                "/amd64",
                "linux//v7",
                "linux/arm/v7/x",
                "linux/arm/",
                "Linux/amd64",
                "linux/AMD64",
                "linux amd64",
                "linux/amd 64",
                "linux\\amd64",
                "linux/amd64,linux/arm64",
                "linux/é",
                "../amd64/x/y"
            })
    void parseWhenFormIsWrongRefuses(String text) {
        assertFailure(() -> Platform.parse(text))
                .hasId("platform-form")
                .what("'" + text + "' is not a platform.")
                .where("a platform")
                .fix("write os/architecture or os/architecture/variant, e.g. linux/amd64, linux/arm64, linux/arm/v7")
                .isMistake();
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, linux/amd64, true",
        "linux/amd64, linux/amd64/v1, true",
        "linux/amd64, linux/amd64/v3, false",
        "linux/amd64/v3, linux/amd64/v3, true",
        "linux/arm64, linux/arm64/v8, true",
        "linux/arm64, linux/arm64/v9, false",
        "linux/arm, linux/arm/v7, true",
        "linux/arm, linux/arm/v6, false",
        "linux/arm/v6, linux/arm/v7, false",
        "linux/arm/v6, linux/arm/v6, true",
        "linux/ppc64le, linux/ppc64le, true",
        "linux/ppc64le, linux/ppc64le/v1, false",
        "linux/amd64, windows/amd64, false",
        "linux/amd64, linux/arm64, false",
        "linux/386, linux/amd64, false",
    })
    void matchesTakesAMissingVariantForTheUsualOne(String one, String other, boolean expected) {
        assertThat(Platform.parse(one).matches(Platform.parse(other))).isEqualTo(expected);
        assertThat(Platform.parse(other).matches(Platform.parse(one))).isEqualTo(expected);
    }

    @Test
    void compareToOrdersByText() {
        assertThat(Stream.of("linux/arm64", "linux/arm/v7", "linux/amd64")
                        .map(Platform::parse)
                        .sorted())
                .extracting(Platform::toString)
                .containsExactly("linux/amd64", "linux/arm/v7", "linux/arm64");
    }
}
