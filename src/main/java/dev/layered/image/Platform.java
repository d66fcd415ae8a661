package dev.layered.image;

import static java.util.Objects.requireNonNull;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an image runs on: operating system, architecture and, for some, a variant, in Go's words (OCI image spec,
 * image-index.md, "platform").
 */
public record Platform(String os, String architecture, Optional<String> variant) implements Comparable<Platform> {

    /** The platform of images whose project names none. */
    public static final Platform LINUX_AMD64 = new Platform("linux", "amd64", Optional.empty());

    private static final Pattern WORD = Pattern.compile("[a-z0-9_.]+");

    /** Checks that nothing is null. */
    public Platform {
        requireNonNull(os, "os");
        requireNonNull(architecture, "architecture");
        requireNonNull(variant, "variant");
    }

    /**
     * Returns the platform that the text spells.
     *
     * @param text {@code os/architecture} or {@code os/architecture/variant}, e.g. {@code linux/arm64}
     * @throws LayeredFailure {@code platform-form}
     */
    public static Platform parse(String text) {
        String[] words = text.strip().split("/", -1);
        boolean formed = words.length == 2 || words.length == 3;
        for (String word : words) {
            formed &= WORD.matcher(word).matches();
        }
        if (!formed) {
            throw LayeredFailure.mistake(
                    "platform-form",
                    Shown.quoted(text) + " is not a platform.",
                    "a platform",
                    "write os/architecture or os/architecture/variant, e.g. linux/amd64, linux/arm64, linux/arm/v7");
        }
        return new Platform(words[0], words[1], words.length == 3 ? Optional.of(words[2]) : Optional.empty());
    }

    /**
     * Returns the platform of Linux containers on a machine.
     *
     * @param architecture in Java's words, as the system property {@code os.arch} has it
     */
    public static Platform ofMachine(String architecture) {
        String name = switch (architecture) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case "x86", "i386", "i686" -> "386";
            default -> architecture;
        };
        return new Platform("linux", name, Optional.empty());
    }

    /**
     * Whether an image for {@code other} is one for this platform. A variant left out means the usual one: arm64 is
     * arm64/v8, arm is arm/v7, amd64 is amd64/v1.
     */
    public boolean matches(Platform other) {
        return os.equals(other.os)
                && architecture.equals(other.architecture)
                && usualVariant().equals(other.usualVariant());
    }

    private String usualVariant() {
        return variant.orElse(
                switch (architecture) {
                    case "arm64" -> "v8";
                    case "arm" -> "v7";
                    case "amd64" -> "v1";
                    default -> "";
                });
    }

    @Override
    public int compareTo(Platform other) {
        return toString().compareTo(other.toString());
    }

    /** Returns what {@link #parse} reads; fit to print also where a foreign document holds anything. */
    @Override
    public String toString() {
        return Shown.text(os + "/" + architecture + variant.map(v -> "/" + v).orElse(""));
    }
}
