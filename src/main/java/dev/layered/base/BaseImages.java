package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.plan.BaseChoice;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds base images by what users write in {@code <from><image>}. */
public final class BaseImages {

    static final String SCRATCH = "scratch";

    private final Path project;

    /** Looks for nothing yet; {@code project} is the folder that relative paths start from. */
    public BaseImages(Path project) {
        this.project = project;
    }

    /**
     * Returns the base image of each platform, in the order of the platforms, with the layers as they lie there.
     *
     * @param choice {@code scratch}, or what {@link StoredImages#at} reads
     * @throws LayeredFailure {@code base-platform} or {@code base-ambiguous} if the base has none or several images for a
     *     platform, {@code base-kind} if it is of a kind that cannot be read, or what {@link StoredImages#images} notes
     */
    public Map<Platform, BaseImage> resolve(BaseChoice choice, List<Platform> platforms) {
        Map<Platform, BaseImage> bases = new LinkedHashMap<>();
        if (choice.from().equals(SCRATCH)) {
            platforms.forEach(platform -> bases.put(platform, BaseImage.scratch(platform)));
            return bases;
        }
        StoredImages stored = StoredImages.at(choice.from(), project).orElseThrow(() -> unknown(choice));
        Mistakes faults = new Mistakes();
        List<StoredImage> images = stored.images(faults);
        faults.throwIfAny();
        StoredBase base = new StoredBase(images, !stored.lacksManifests(), choice);
        platforms.forEach(platform -> bases.put(platform, base.image(platform)));
        return bases;
    }

    private static LayeredFailure unknown(BaseChoice choice) {
        return LayeredFailure.mistake(
                "base-kind",
                "The base image " + Shown.quoted(choice)
                        + " is neither 'scratch' nor begins with 'oci:', 'oci-archive:' or 'docker-archive:', and this"
                        + " version reads no other kind.",
                choice.place(),
                "use 'scratch', or copy the base to a folder first: skopeo copy --all docker://"
                        + Shown.text(choice.from()) + " oci:base, and set <from><image>oci:base</image>");
    }
}
