package dev.layered.natives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformNamesTest {

    private static void assertNames(PlatformName name, String platform, String before, String after) {
        String system = name.system().orElse("any");
        assertThat(system + "/" + name.word().architecture()).isEqualTo(platform);
        assertThat(name.before()).as("before").isEqualTo(before == null ? "" : before);
        assertThat(name.after()).as("after").isEqualTo(after == null ? "" : after);
    }

    @ParameterizedTest
    @CsvSource({
        // netty, protoc, gRPC, conscrypt: os-maven-plugin
        "linux-x86_64, linux/amd64, '', ''",
        "linux-aarch_64, linux/arm64, '', ''",
        "linux-riscv64, linux/riscv64, '', ''",
        "linux-x86_64-fedora, linux/amd64, '', -fedora",
        "linux-aarch_64-fedora, linux/arm64, '', -fedora",
        "linux-ppcle_64, linux/ppc64le, '', ''",
        "linux-s390_64, linux/s390x, '', ''",
        "linux-x86_32, linux/386, '', ''",
        "linux-loongarch_64, linux/loong64, '', ''",
        "osx-x86_64, darwin/amd64, '', ''",
        "osx-aarch_64, darwin/arm64, '', ''",
        "windows-x86_64, windows/amd64, '', ''",
        "windows-x86, windows/386, '', ''",
        "linux-arm_32, linux/arm, '', ''",
        // LWJGL
        "natives-linux, linux/amd64, natives-, ''",
        "natives-linux-arm64, linux/arm64, natives-, ''",
        "natives-linux-arm32, linux/arm, natives-, ''",
        "natives-linux-ppc64le, linux/ppc64le, natives-, ''",
        "natives-freebsd, freebsd/amd64, natives-, ''",
        "natives-macos, darwin/amd64, natives-, ''",
        "natives-macos-arm64, darwin/arm64, natives-, ''",
        "natives-windows, windows/amd64, natives-, ''",
        "natives-windows-x86, windows/386, natives-, ''",
        // JavaFX
        "linux, linux/amd64, '', ''",
        "mac, darwin/amd64, '', ''",
        "win, windows/amd64, '', ''",
        "win-x86, windows/386, '', ''",
        "mac-aarch64, darwin/arm64, '', ''",
        "linux-aarch64, linux/arm64, '', ''",
        "linux-monocle, linux/amd64, '', -monocle",
        "linux-aarch64-monocle, linux/arm64, '', -monocle",
        "linux-arm32-monocle, linux/arm, '', -monocle",
        // DJL
        "win-x86_64, windows/amd64, '', ''",
        "osx-aarch64, darwin/arm64, '', ''",
        // JavaCPP, nd4j, TensorFlow
        "linux-arm64, linux/arm64, '', ''",
        "linux-armhf, linux/arm, '', ''",
        "linux-x86, linux/386, '', ''",
        "macosx-x86_64, darwin/amd64, '', ''",
        "macosx-arm64, darwin/arm64, '', ''",
        "linux-x86_64-gpu, linux/amd64, '', -gpu",
        "linux-x86_64-gpl, linux/amd64, '', -gpl",
        "linux-x86_64-avx2, linux/amd64, '', -avx2",
        "linux-x86_64-cuda-11.6, linux/amd64, '', -cuda-11.6",
        "android-arm64, android/arm64, '', ''",
        "android-x86_64, android/amd64, '', ''",
        "ios-arm64, ios/arm64, '', ''",
        // zstd-jni, DuckDB
        "linux_amd64, linux/amd64, '', ''",
        "linux_aarch64, linux/arm64, '', ''",
        "linux_i386, linux/386, '', ''",
        "linux_mips64, linux/mips64, '', ''",
        "win_amd64, windows/amd64, '', ''",
        "darwin_x86_64, darwin/amd64, '', ''",
        "aix_ppc64, aix/ppc64, '', ''",
        "osx_universal, darwin/any, '', ''",
        // AWS, RocksDB
        "linux-armv6, linux/arm/v6, '', ''",
        "linux-armv7, linux/arm, '', ''",
        "linux-x86_64-musl, linux/amd64, '', -musl",
        "linux64, linux/amd64, '', ''",
        "linux32, linux/386, '', ''",
        "linux64-musl, linux/amd64, '', -musl",
        "win64, windows/amd64, '', ''",
        "win32, windows/386, '', ''",
        "osx64, darwin/amd64, '', ''",
        "osx, darwin/amd64, '', ''",
        // JogAmp
        "natives-linux-amd64, linux/amd64, natives-, ''",
        "natives-linux-i586, linux/386, natives-, ''",
        "natives-linux-armv6hf, linux/arm/v6, natives-, ''",
        "natives-macosx-universal, darwin/any, natives-, ''",
        "natives-solaris-amd64, solaris/amd64, natives-, ''",
        "natives-android-aarch64, android/arm64, natives-, ''",
        // others
        "linuxx86-64, linux/amd64, '', ''",
        "linuxarm64, linux/arm64, '', ''",
        "osxuniversal, darwin/any, '', ''",
        "winx64, windows/amd64, '', ''",
        "linux-x86-64, linux/amd64, '', ''",
        "win32-x86-64, windows/amd64, '', ''",
        "linux-64, linux/amd64, '', ''",
        "Linux-X64, linux/amd64, '', ''",
        "x86_64-unknown-linux-gnu, linux/amd64, '', -gnu",
        "aarch64-linux, linux/arm64, '', ''",
        "x86_64, any/amd64, '', ''",
        "natives-arm64-v8a, any/arm64, natives-, ''",
        "natives-armeabi-v7a, any/arm, natives-, ''",
        "jdk8-linux-arm64, linux/arm64, jdk8-, ''",
        "android, android/amd64, '', ''",
        "linux-riscv64gc, linux/riscv64, '', ''",
    })
    void ofClassifierWhenItNamesAPlatformTellsWhichAndHow(
            String classifier, String platform, String before, String after) {
        PlatformName name = PlatformNames.ofClassifier(classifier).orElseThrow();
        assertNames(name, platform, before, after);
        assertThat(name.with(name.os(), name.architecture())).as("spelled").isEqualTo(classifier);
    }

    @Test
    void ofClassifierWhenItNamesNoPlatformIsNothing() {
        String names = """
                tests sources javadoc shaded jdk15on jdk8 no_aop all jakarta native natives uber
                jar-with-dependencies windowing winter macro macros darwinian linuxkit universal natives-desktop
                arm 64 32 hadoop2 no-win hmac-mac x natives-all without-natives fips-where-available armor osgi
                bios for-android win10 linux2 base64 x86windowing test-fixtures exec spring-boot
                """;
        assertThat(names.split("\\s+"))
                .allSatisfy(name -> assertThat(PlatformNames.ofClassifier(name)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "native-linux-x86_64, linux/amd64, native-",
        "native-linux-armv7, linux/arm, native-",
        "native-osx-aarch64, darwin/arm64, native-",
        "native-windows-aarch64, windows/arm64, native-",
        "org.eclipse.swt.gtk.linux.x86_64, linux/amd64, org.eclipse.swt.gtk.",
        "org.eclipse.swt.win32.win32.x86_64, windows/amd64, org.eclipse.swt.win32.",
        "org.eclipse.swt.cocoa.macosx.aarch64, darwin/arm64, org.eclipse.swt.cocoa.",
        "skija-linux-x64, linux/amd64, skija-",
        "skiko-awt-runtime-macos-arm64, darwin/arm64, skiko-awt-runtime-",
        "leveldbjni-linux64, linux/amd64, leveldbjni-",
        "desktop-jvm-windows-x64, windows/amd64, desktop-jvm-",
    })
    void ofArtifactIdWhenItEndsWithSystemAndArchitectureTellsThem(String artifactId, String platform, String before) {
        assertNames(PlatformNames.ofArtifactId(artifactId).orElseThrow(), platform, before, "");
    }

    @Test
    void ofArtifactIdWhenTheEndIsNotBothIsNothing() {
        String names = """
                foo-linux netty-transport-native-epoll linux-x86_64 tool-linux-x64-api jna-platform commons-win
                leveldbjni-osx x64-linux for-arm64 kotlin-stdlib base64 log4j-1.2-api
                """;
        assertThat(names.split("\\s+"))
                .allSatisfy(name -> assertThat(PlatformNames.ofArtifactId(name)).isEmpty());
    }
}
