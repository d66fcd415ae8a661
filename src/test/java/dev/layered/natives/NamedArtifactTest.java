package dev.layered.natives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.plan.Coordinates;
import dev.layered.plan.SampleArtifact;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamedArtifactTest {

    private static List<String> siblings(String artifact, String platform) {
        return NamedArtifact.of(SampleArtifact.coordinates(artifact))
                .orElseThrow()
                .siblings(Platform.parse(platform))
                .stream()
                .map(NamedArtifactTest::shortly)
                .toList();
    }

    private static String shortly(Coordinates artifact) {
        return artifact.artifactId() + (artifact.classifier().isEmpty() ? "" : ":" + artifact.classifier());
    }

    @ParameterizedTest
    @CsvSource({
        "io.netty:a:jar:linux-x86_64:1,                       linux/arm64,    a:linux-aarch_64",
        "io.netty:a:jar:linux-x86_64-fedora:1,                linux/arm64/v8, a:linux-aarch_64-fedora",
        "io.netty:a:jar:osx-aarch_64:1,                       linux/amd64,    a:linux-x86_64",
        "io.netty.incubator:a:jar:linux-x86_64:1,             linux/arm64,    a:linux-aarch_64",
        "io.netty:a:jar:linux-x86_64:1,                       linux/riscv64,  a:linux-riscv64",
        "org.lwjgl:lwjgl:jar:natives-linux:1,                 linux/arm64,    lwjgl:natives-linux-arm64",
        "org.lwjgl:lwjgl:jar:natives-macos-arm64:1,           linux/amd64,    lwjgl:natives-linux",
        "org.lwjgl:lwjgl:jar:natives-linux:1,                 linux/arm/v7,   lwjgl:natives-linux-arm32",
        "org.openjfx:javafx-base:jar:mac:1,                   linux/amd64,    javafx-base:linux",
        "org.openjfx:javafx-base:jar:linux:1,                 linux/arm64,    javafx-base:linux-aarch64",
        "org.openjfx:javafx-base:jar:linux-monocle:1,         linux/arm64,    javafx-base:linux-aarch64-monocle",
        "org.openjfx:javafx-base:jar:linux-aarch64:1,         linux/amd64,    javafx-base:linux",
        "ai.djl.tensorflow:t:jar:win-x86_64:1,                windows/arm64,  t:win-aarch64",
        "org.bytedeco:javacpp:jar:linux-x86_64:1,             linux/arm64,    javacpp:linux-arm64",
        "org.bytedeco:javacpp:jar:linux-x86_64:1,             linux/arm,      javacpp:linux-armhf",
        "org.bytedeco:ffmpeg:jar:linux-x86_64-gpl:1,          linux/arm64,    ffmpeg:linux-arm64-gpl",
        "org.tensorflow:t:jar:macosx-arm64:1,                 linux/amd64,    t:linux-x86_64",
        "com.github.luben:zstd-jni:jar:linux_amd64:1,         linux/arm64,    zstd-jni:linux_aarch64",
        "com.github.luben:zstd-jni:jar:darwin_x86_64:1,       linux/amd64,    zstd-jni:linux_amd64",
        "software.amazon.awssdk.crt:aws-crt:jar:linux-x86_64-musl:1, linux/arm64, aws-crt:linux-aarch_64-musl",
        "software.amazon.awssdk.crt:aws-crt:jar:linux-x86_64:1, linux/arm/v6, aws-crt:linux-armv6",
        "org.rocksdb:rocksdbjni:jar:osx:1,                    linux/amd64,    rocksdbjni:linux64",
        "org.rocksdb:rocksdbjni:jar:win64:1,                  linux/386,      rocksdbjni:linux32",
        "org.jogamp.jogl:jogl-all:jar:natives-linux-amd64:1,  linux/arm/v7,   jogl-all:natives-linux-armv6hf",
        "com.aayushatharva.brotli4j:native-linux-x86_64:1,    linux/arm64,    native-linux-aarch64",
        "com.aayushatharva.brotli4j:native-osx-aarch64:1,     linux/arm/v7,   native-linux-armv7",
    })
    void siblingsWhenTheFamilyIsKnownAreAsItSpellsThem(String artifact, String platform, String expected) {
        assertThat(siblings(artifact, platform)).containsExactly(expected.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g:a:jar:linux-x86_64:1      | linux/arm64   | a:linux-aarch_64 a:linux-aarch64 a:linux-arm64",
                "g:a:jar:linux-amd64:1       | linux/arm64   | a:linux-arm64 a:linux-aarch64",
                "g:a:jar:linux-x64:1         | linux/arm64   | a:linux-arm64 a:linux-aarch64",
                "g:a:jar:linux-aarch_64:1    | linux/amd64   | a:linux-x86_64 a:linux-amd64 a:linux-x64 a:linux",
                "g:a:jar:linux-aarch64:1     | linux/amd64   | a:linux-x86_64 a:linux-amd64 a:linux-x64 a:linux",
                "g:a:jar:linux-arm64:1       | linux/amd64   | a:linux-amd64 a:linux-x64 a:linux-x86_64 a:linux",
                "g:a:jar:natives-linux:1     | linux/arm64   | a:natives-linux-aarch64 a:natives-linux-arm64",
                "g:a:jar:linux64:1           | linux/arm64   | a:linux-aarch64 a:linux-arm64",
                "g:a:jar:linux64:1           | linux/386     | a:linux32 a:linux-i686 a:linux-i386 a:linux-x86",
                "g:a:jar:linuxx86-64:1       | linux/arm64   | a:linuxaarch_64 a:linuxaarch64 a:linuxarm64",
                "g:a:jar:linux_amd64:1       | linux/s390x   | a:linux_s390x",
                "g:a:jar:linux-x86_64:1      | linux/ppc64le | a:linux-ppcle_64 a:linux-ppc64le",
                "g:a:jar:linux-x86_64:1      | linux/arm/v7  | a:linux-arm_32 a:linux-armv7 a:linux-armhf a:linux-arm32"
                        + " a:linux-arm",
                "g:a:jar:x86_64:1            | linux/arm64   | a:aarch_64 a:aarch64 a:arm64",
                "g:a:jar:osx-universal:1     | linux/arm64   | a:linux-aarch64 a:linux-arm64",
                "g:a:jar:win:1               | linux/amd64   | a:linux a:linux-x86_64 a:linux-amd64 a:linux-x64",
                "g:a:jar:linux-x86_64-avx2:1 | linux/arm64   | a:linux-aarch_64 a:linux-aarch64 a:linux-arm64",
                "g:a:jar:osx-aarch_64:1      | windows/amd64 | a:windows-x86_64 a:windows-amd64 a:windows-x64 a:windows"
                        + " a:win-x86_64 a:win-amd64 a:win-x64 a:win",
                "g:a:jar:linux-amd64:1       | linux/wasm    | a:linux-wasm",
                "g:a:jar:linux-amd64:1       | linux/arm/v8  | a:linux-armv8",
                "com.github.luben:zstd-jni:jar:linux_amd64:1 | linux/s390x | zstd-jni:linux_s390x",
                "g:a:jar:aarch64-linux:1     | linux/amd64   | a:x86_64-linux a:amd64-linux a:x64-linux a:linux",
                "g:skija-linux-x64:1         | linux/arm64   | skija-linux-arm64 skija-linux-aarch64",
                "g:skija-macos-arm64:1       | linux/amd64   | skija-linux-amd64 skija-linux-x64 skija-linux-x86_64",
                "io.netty:a:jar:linux-x86_64:1 | linux/s390x | a:linux-s390_64 a:linux-s390x",
                "ai.djl.pytorch:pytorch-native-cpu:jar:linux-x86_64:1 | linux/arm64 |"
                        + " pytorch-native-cpu:linux-aarch64 pytorch-native-cpu-precxx11:linux-aarch64",
                "ai.djl.pytorch:pytorch-native-cpu-precxx11:jar:linux-aarch64:1 | linux/amd64 |"
                        + " pytorch-native-cpu-precxx11:linux-x86_64",
            })
    void siblingsWhenSpellingIsUnknownAreTriedInTheWayThatWasSeenFirst(
            String artifact, String platform, String expected) {
        assertThat(siblings(artifact, platform)).containsExactly(expected.split(" "));
    }
}
