package dev.layered.plan;

import java.util.Optional;

/**
 * Why an artifact is on the class path of an image.
 *
 * @param isForPlatform whether it is for some platforms alone, so that images of others have another in its place
 * @param inPlaceOf the artifact of Maven's class path that it stands for
 * @param why it is there, as part of a sentence; empty where Maven's class path says it all
 */
public record ArtifactOrigin(boolean isForPlatform, Optional<Coordinates> inPlaceOf, String why) {

    /** Maven's class path names it, and every image has it. */
    public static final ArtifactOrigin MAVEN = new ArtifactOrigin(false, Optional.empty(), "");
}
