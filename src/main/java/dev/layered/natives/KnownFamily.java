package dev.layered.natives;

import dev.layered.image.Platform;
import dev.layered.plan.ArtifactPattern;
import dev.layered.plan.Coordinates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Artifacts whose spelling of platforms is known, so that a sibling need not be searched.
 *
 * @param words for operating systems and architectures, both in Go's words
 * @param elseSuffix what the artifactId of a sibling may end with besides; empty for most
 */
record KnownFamily(ArtifactPattern artifacts, Map<String, String> words, String elseSuffix) {

    /**
     * A line for each family: its artifacts, the operating systems and the architectures it is made for, in Go's words
     * and behind {@code =} in its own. An architecture without a word is told by the operating system alone. Only what
     * their releases or their BOMs were seen to have.
     */
    private static final List<KnownFamily> FAMILIES =
            """
            io.netty*                    linux windows  amd64=x86_64 arm64=aarch_64 riscv64
            org.lwjgl*                   linux windows freebsd  amd64= arm64 386=x86 arm=arm32 ppc64le riscv64
            org.openjfx                  linux windows=win  amd64= arm64=aarch64 386=x86 arm=arm32
            ai.djl.pytorch               linux windows=win  amd64=x86_64 arm64=aarch64
            ai.djl*                      linux windows=win  amd64=x86_64 arm64=aarch64
            org.bytedeco*                linux windows  amd64=x86_64 arm64 386=x86 arm=armhf ppc64le
            org.nd4j                     linux windows  amd64=x86_64 arm=armhf
            org.tensorflow               linux windows  amd64=x86_64 arm64
            com.github.luben:zstd-jni    linux windows=win freebsd aix  amd64 arm64=aarch64 386=i386 arm ppc64le ppc64 \
            mips64 s390x
            org.conscrypt                linux windows  amd64=x86_64 386=x86
            software.amazon.awssdk.crt   linux windows  amd64=x86_64 arm64=aarch_64 386=x86_32 arm=armv7 arm/v6=armv6
            org.jogamp*                  linux windows solaris  amd64 386=i586 arm=armv6hf arm/v6=armv6hf
            org.rocksdb:rocksdbjni       linux  amd64=64 386=32
            com.aayushatharva.brotli4j   linux windows  amd64=x86_64 arm64=aarch64 arm=armv7 ppc64le s390x riscv64
            """.lines().map(KnownFamily::parse).toList();

    /** Until PyTorch 2.5 the library for ARM is in the artifacts for older C++, and in the usual ones from 2.7 on. */
    private static final String OLDER_PYTORCH = "-precxx11";

    private static KnownFamily parse(String line) {
        List<String> parts = List.of(line.split(" +"));
        Map<String, String> words = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            words.put(equals < 0 ? part : part.substring(0, equals), part.substring(equals + 1));
        }
        String suffix = parts.get(0).equals("ai.djl.pytorch") ? OLDER_PYTORCH : "";
        return new KnownFamily(ArtifactPattern.parse(parts.get(0)), words, suffix);
    }

    /** Returns the family of an artifact. */
    static Optional<KnownFamily> of(Coordinates artifact) {
        return FAMILIES.stream()
                .filter(family -> family.artifacts.matches(artifact))
                .findFirst();
    }

    /** Returns the name of the sibling for the platform; nothing where it is not known that there are such. */
    Optional<String> sibling(PlatformName name, Platform platform) {
        String os = words.get(platform.os());
        String architecture = words.get(PlatformName.architecture(platform));
        if (architecture == null || os == null && name.system().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(name.with(name.system().isPresent() ? os : "", architecture));
    }

    /** Returns the artifactId without what only some of a family's siblings have. */
    String plain(String artifactId) {
        return artifactId.endsWith(elseSuffix)
                ? artifactId.substring(0, artifactId.length() - elseSuffix.length())
                : artifactId;
    }
}
