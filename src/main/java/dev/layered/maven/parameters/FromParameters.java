package dev.layered.maven.parameters;

import java.util.List;
import java.util.Optional;

/** The element {@code <from>}: the image to build on. */
public final class FromParameters {

    /**
     * The base image. By default one with a Java runtime for the project's {@code maven.compiler.release}. Example:
     * {@code eclipse-temurin:21-jre}; also {@code scratch}, {@code oci:DIR}, {@code oci-archive:FILE} and
     * {@code docker-archive:FILE}.
     */
    String image;

    /**
     * The platforms to build for. By default {@code linux/amd64} alone. Example:
     * {@code <platforms><platform>linux/amd64</platform><platform>linux/arm64</platform></platforms>}.
     */
    List<PlatformParameters> platforms;

    /** Returns the base image, or empty where the default is meant. */
    public Optional<String> image() {
        return Optional.ofNullable(image);
    }

    /** Returns the platforms in the order written; empty where the default is meant. */
    public List<PlatformParameters> platforms() {
        return Unset.none(platforms);
    }

    @Override
    public String toString() {
        return image().orElse("the default base") + " for " + platforms();
    }
}
