package dev.layered.maven.parameters;

import java.util.Optional;

/** The element {@code <verify>}: what the goal {@code verify} looks at. */
public final class VerifyParameters {

    /**
     * The image to verify: {@code oci:} and a folder, {@code oci-archive:} or {@code docker-archive:} and a file. By
     * default what {@code build} made. Example: {@code oci-archive:target/cart.tar}.
     */
    String image;

    /** Returns the image, or nothing where the one that {@code build} made is meant. */
    public Optional<String> image() {
        return Optional.ofNullable(image).map(String::strip);
    }
}
