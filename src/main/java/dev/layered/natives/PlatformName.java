package dev.layered.natives;

import dev.layered.image.Platform;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a name says which platform something is for, and how that is spelled. The parts side by side are the name.
 *
 * @param before what stands before, with its separator, e.g. {@code natives-}
 * @param os the operating system as spelled; empty for any
 * @param joint what stands between the two; empty also where one of them is
 * @param architecture the architecture as spelled; empty where none is
 * @param after what stands behind, with its separator, e.g. {@code -fedora}
 * @param isTurned whether the architecture stands before the operating system
 */
record PlatformName(String before, String os, String joint, String architecture, String after, boolean isTurned) {

    private static final String USUAL = "amd64";

    /** Returns the operating system in Go's words, or nothing where the name is for any. */
    Optional<String> system() {
        return OsWords.system(os.replaceAll("(32|64)$", ""));
    }

    /** Returns the word for the architecture; one that is like no other where only an operating system is named. */
    ArchitectureWord word() {
        return ArchitectureWord.of(architecture).orElse(new ArchitectureWord("", USUAL, ""));
    }

    /** Whether what bears the name runs on the platform. */
    boolean isFor(Platform platform) {
        if (system().isPresent() && !system().get().equals(platform.os())) {
            return false;
        }
        String named = word().architecture();
        return named.equals(ArchitectureWord.ANY) || named.equals(architecture(platform));
    }

    /** Returns the architecture with its variant only where that decides what runs on it: armv7 is arm. */
    static String architecture(Platform platform) {
        boolean isUsual = !platform.architecture().equals("arm")
                || platform.matches(new Platform(platform.os(), "arm", Optional.empty()));
        return isUsual
                ? platform.architecture()
                : platform.architecture() + "/" + platform.variant().orElseThrow();
    }

    /** Returns what the name names, e.g. {@code osx/arm64}: the operating system as it is spelled. */
    String shown() {
        String named = word().architecture();
        String system = os.toLowerCase(Locale.ROOT);
        if (os.isEmpty()) {
            return named;
        }
        return named.equals(ArchitectureWord.ANY) ? system : system + "/" + named;
    }

    /** Returns the name with other words for the platform, either of which may be empty. */
    String with(String otherOs, String otherArchitecture) {
        if (otherOs.isEmpty() || otherArchitecture.isEmpty()) {
            return before + otherOs + otherArchitecture + after;
        }
        String between = joint(otherArchitecture);
        return before
                + (isTurned ? otherArchitecture + between + otherOs : otherOs + between + otherArchitecture)
                + after;
    }

    private String joint(String otherArchitecture) {
        boolean wasBits = word().isBits();
        if (ArchitectureWord.of(otherArchitecture)
                .filter(ArchitectureWord::isBits)
                .isPresent()) {
            return wasBits ? joint : "";
        }
        if (!os.isEmpty() && !architecture.isEmpty() && !(wasBits && joint.isEmpty())) {
            return joint;
        }
        return after.isEmpty() ? before.isEmpty() ? "-" : before.substring(before.length() - 1) : after.substring(0, 1);
    }

    /** Returns the same behind which something else stands. */
    PlatformName followedBy(String other) {
        return new PlatformName(before, os, joint, architecture, other, isTurned);
    }
}
