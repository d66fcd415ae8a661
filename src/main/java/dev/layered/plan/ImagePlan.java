package dev.layered.plan;

import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides what an image will be.
 *
 * @param reference the image's name
 * @param base the base image as the user wrote it: {@code scratch}, {@code oci:DIR}, ...
 * @param platforms at least one, in the order of the index
 * @param runtime how it is started, on top of what the base says
 * @param annotations of manifests and index
 * @param created time in config and history, RFC 3339
 * @param alwaysIndex whether a single platform gets an index too
 */
public record ImagePlan(
        String reference,
        String base,
        List<PlatformPlan> platforms,
        RuntimeConfig runtime,
        Map<String, String> annotations,
        String created,
        boolean alwaysIndex) {

    /** Returns the platforms in their order. */
    public List<Platform> platformList() {
        return platforms.stream().map(PlatformPlan::platform).toList();
    }

    /** Whether the image is an index rather than a single manifest. */
    public boolean isIndex() {
        return alwaysIndex || platforms.size() > 1;
    }
}
