package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.ImageConfig;
import dev.layered.image.Platform;
import dev.layered.layout.ImageLayout;
import dev.layered.plan.BaseChoice;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds base images by what users write in {@code <from><image>}. */
public final class BaseImages {

    private static final String SCRATCH = "scratch";
    private static final String LAYOUT = "oci:";

    private BaseImages() {}

    /**
     * Returns the base image of each platform, in the order of the platforms.
     *
     * @param choice {@code scratch}, or {@code oci:} and the folder of an image layout
     * @param project the folder that relative paths start from
     * @throws LayeredFailure {@code base-platform} if the base lacks a platform, {@code base-kind} if it is of a kind
     *     that cannot be read, or what {@link LayoutBase} throws
     */
    public static Map<Platform, BaseImage> resolve(BaseChoice choice, List<Platform> platforms, Path project) {
        String from = choice.from();
        Map<Platform, BaseImage> bases = new LinkedHashMap<>();
        if (from.equals(SCRATCH)) {
            platforms.forEach(platform -> bases.put(platform, new BaseImage(ImageConfig.scratch(platform), List.of())));
            return bases;
        }
        if (from.startsWith(LAYOUT)) {
            Path folder = project.resolve(from.substring(LAYOUT.length())).normalize();
            LayoutBase base = LayoutBase.read(ImageLayout.in(folder), choice);
            platforms.forEach(platform -> bases.put(platform, base.image(platform)));
            return bases;
        }
        throw LayeredFailure.mistake(
                "base-kind",
                "The base image " + Shown.quoted(from)
                        + " is neither 'scratch' nor 'oci:' and a folder, and this version" + " reads no other kind.",
                choice.place(),
                "use 'scratch', or copy the base to a folder first: skopeo copy --all docker://" + Shown.text(from)
                        + " oci:base, and set <from><image>oci:base</image>");
    }
}
