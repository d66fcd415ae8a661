package dev.layered.maven.parameters;

import java.util.Optional;

/** The element {@code <verify>}: what the goal {@code verify} looks at. */
public final class VerifyParameters {

    /**
     * The image to verify: one of a registry, {@code oci:} and a folder, {@code oci-archive:} or {@code docker-archive:} and
     * a file. By default what {@code build} made, else what {@code push} published. Example: {@code oci-archive:target/cart.tar}.
     */
    String image;

    /** Returns the image, or nothing where the project's own is meant. */
    public Optional<String> image() {
        return Optional.ofNullable(image).map(String::strip);
    }
}
