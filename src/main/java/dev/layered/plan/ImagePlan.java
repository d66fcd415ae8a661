package dev.layered.plan;

import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides what an image will be.
 *
 * @param identity what it is called, and where it goes
 * @param base what it stands on
 * @param contents what its layers are made of
 * @param platforms at least one, in the order of the index
 * @param notes what is to be told about its files
 * @param alwaysIndex whether a single platform gets an index too
 */
public record ImagePlan(
        ImageIdentity identity,
        BaseChoice base,
        PlanContents contents,
        List<PlatformPlan> platforms,
        ImageSettings settings,
        FileNotes notes,
        boolean alwaysIndex) {

    /** Returns the image's name, also in an image layout. */
    public String reference() {
        return identity.reference();
    }

    /** Returns the rules of the user, in the order of the image. */
    public List<LayerRule> rules() {
        return contents.rules();
    }

    /** Returns what is said of starting a platform's image, on top of what the base says. */
    public RuntimeConfig runtime(Platform platform) {
        return settings.runtime().starting(contents.classPath(platform).entrypoint());
    }

    /** Returns this plan divided into fewer layers where that is needed on a base image of so many. */
    public ImagePlan above(int baseLayers) {
        return baseLayers == 0 ? this : with(LayerPlanner.plan(contents, baseLayers));
    }

    /** Returns this plan of contents that the base images changed. */
    public ImagePlan of(PlanContents changed) {
        return changed.equals(contents)
                ? this
                : new ImagePlan(identity, base, changed, LayerPlanner.plan(changed), settings, notes, alwaysIndex);
    }

    /** Returns the platforms in their order. */
    public List<Platform> platformList() {
        return platforms.stream().map(PlatformPlan::platform).toList();
    }

    /** Returns this plan with other layers for its platforms. */
    public ImagePlan with(List<PlatformPlan> others) {
        return new ImagePlan(identity, base, contents, others, settings, notes, alwaysIndex);
    }

    /** Returns this plan with other words for, and digests of, what decided it. */
    public ImagePlan on(Map<String, Digest> grounds) {
        return new ImagePlan(identity, base, contents, platforms, settings, notes.on(grounds), alwaysIndex);
    }

    /** Whether the image is an index rather than a single manifest. */
    public boolean isIndex() {
        return alwaysIndex || platforms.size() > 1;
    }
}
