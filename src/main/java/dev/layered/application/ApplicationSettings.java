package dev.layered.application;

import dev.layered.layer.Content;
import java.util.List;
import java.util.Optional;

/**
 * What the user says about starting the application.
 *
 * @param appRoot absolute folder of the image that holds the application, without a slash at its end; empty
 *     for the image's root
 * @param mainClass the class that starts it, where it is named
 * @param jvmFlags between {@code java} and the class path
 * @param extraClasspath goes before the application's own class path; paths in the image
 * @param entrypoint the user's own, which replaces ours
 * @param expandClasspath whether the class path stands in the entrypoint rather than in an argument file
 * @param moduleJars in which form jars that are modules of the same source tree go into the image
 */
public record ApplicationSettings(
        String appRoot,
        Optional<String> mainClass,
        List<String> jvmFlags,
        List<String> extraClasspath,
        Optional<Entrypoint> entrypoint,
        boolean expandClasspath,
        Content.Form moduleJars) {

    /**
     * An entrypoint that the user chose.
     *
     * @param inherit whether the base's is kept, so that {@code words} means nothing
     */
    public record Entrypoint(boolean inherit, List<String> words) {}
}
