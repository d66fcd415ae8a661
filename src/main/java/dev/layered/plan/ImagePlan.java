package dev.layered.plan;

import dev.layered.image.Digest;
import dev.layered.image.Platform;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides what an image will be.
 *
 * @param reference the image's name
 * @param base what it stands on
 * @param rules of the user, in the order of the image
 * @param platforms at least one, in the order of the index
 * @param notes what is to be told about its files
 * @param alwaysIndex whether a single platform gets an index too
 */
public record ImagePlan(
        String reference,
        BaseChoice base,
        List<LayerRule> rules,
        List<PlatformPlan> platforms,
        ImageSettings settings,
        FileNotes notes,
        boolean alwaysIndex) {

    /** Returns the platforms in their order. */
    public List<Platform> platformList() {
        return platforms.stream().map(PlatformPlan::platform).toList();
    }

    /** Returns this plan with other layers for its platforms. */
    public ImagePlan with(List<PlatformPlan> others) {
        return new ImagePlan(reference, base, rules, others, settings, notes, alwaysIndex);
    }

    /** Returns this plan with other words for, and digests of, what decided it. */
    public ImagePlan on(Map<String, Digest> grounds) {
        return new ImagePlan(reference, base, rules, platforms, settings, notes.on(grounds), alwaysIndex);
    }

    /** Whether the image is an index rather than a single manifest. */
    public boolean isIndex() {
        return alwaysIndex || platforms.size() > 1;
    }
}
