package dev.layered.inspect;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.outcome.ImageComparison;
import dev.layered.outcome.PlatformComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two images, platform by platform. */
final class ImageComparer {

    private final String here;
    private final String there;
    private final Map<Platform, ComparedImage> mine;
    private final Map<Platform, ComparedImage> theirs;

    /** Takes the images of two places with the names that users gave these. */
    ImageComparer(String here, List<StoredImage> mine, String there, List<StoredImage> theirs) {
        this.here = here;
        this.there = there;
        this.mine = byPlatform(here, mine);
        this.theirs = byPlatform(there, theirs);
    }

    private static Map<Platform, ComparedImage> byPlatform(String location, List<StoredImage> images) {
        Map<Platform, ComparedImage> byPlatform = new LinkedHashMap<>();
        for (StoredImage image : images) {
            for (PlatformImage one : image.images()) {
                ComparedImage next = ComparedImage.of(image, one);
                ComparedImage last = byPlatform.put(one.platform(), next);
                if (last != null && !last.manifest().equals(next.manifest())) {
                    throw LayeredFailure.mistake(
                            "inspect-ambiguous",
                            "There are several images for " + Shown.quoted(one.platform()) + " in "
                                    + Shown.quoted(location) + ".",
                            "the images to compare",
                            "copy the one you mean to a folder of its own, e.g. with skopeo copy, and name that folder");
                }
            }
        }
        return byPlatform;
    }

    ImageComparison compare() {
        List<PlatformComparison> both = new ArrayList<>();
        List<Platform> onlyHere = new ArrayList<>();
        List<Platform> onlyThere = new ArrayList<>(theirs.keySet());
        mine.forEach((platform, image) -> {
            Optional<Platform> other =
                    onlyThere.stream().filter(platform::matches).findFirst();
            if (other.isEmpty()) {
                onlyHere.add(platform);
                return;
            }
            onlyThere.remove(other.get());
            both.add(new LayerComparer(image, theirs.get(other.get())).compare(platform));
        });
        if (both.isEmpty()) {
            throw LayeredFailure.mistake(
                    "inspect-platform",
                    Shown.quoted(here) + " and " + Shown.quoted(there) + " have no platform in common.",
                    "the images to compare",
                    "name an image for one of " + Shown.list(mine.keySet()));
        }
        return new ImageComparison(here, there, both, onlyHere, onlyThere);
    }
}
