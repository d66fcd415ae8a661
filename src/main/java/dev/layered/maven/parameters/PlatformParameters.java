package dev.layered.maven.parameters;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Platform;

/** One {@code <platform>}: {@code linux/arm64} as text, or {@code <os>} and {@code <architecture>} as in Jib. */
public final class PlatformParameters {

    /** The operating system. By default {@code linux}. Example: {@code linux}. */
    String os;

    /** The processor architecture in the words of OCI. No default. Example: {@code arm64}. */
    String architecture;

    /** The variant of the architecture. By default none. Example: {@code v7}. */
    String variant;

    private transient String text;

    /** Takes the short form, {@code os/architecture} or {@code os/architecture/variant}. */
    public void set(String shortForm) {
        text = shortForm;
    }

    /**
     * Returns the platform.
     *
     * @throws LayeredFailure {@code platform-form}
     */
    Platform platform() {
        return Platform.parse(toString());
    }

    @Override
    public String toString() {
        if (text != null) {
            return text;
        }
        return (os == null ? "linux" : os) + "/" + (architecture == null ? "" : architecture)
                + (variant == null ? "" : "/" + variant);
    }
}
