package dev.layered.maven.parameters;

import java.util.Optional;

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

    /** Returns the short form, or empty where the platform was written in elements. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** Returns the operating system, or empty where it was not given by itself. */
    public Optional<String> os() {
        return Optional.ofNullable(os);
    }

    /** Returns the architecture, or empty where it was not given by itself. */
    public Optional<String> architecture() {
        return Optional.ofNullable(architecture);
    }

    /** Returns the variant, or empty where it was not given by itself. */
    public Optional<String> variant() {
        return Optional.ofNullable(variant);
    }

    @Override
    public String toString() {
        return text().orElseGet(() ->
                os + "/" + architecture + variant().map(v -> "/" + v).orElse(""));
    }
}
