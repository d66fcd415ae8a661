package dev.layered.natives;

import dev.layered.image.Platform;
import dev.layered.plan.Coordinates;
import java.util.Optional;

/**
 * What is known of artifacts that differ only in the platform.
 *
 * @param own the first that is for the image's platform
 * @param first of all in the class path
 * @param isOfOtherSystems whether all are for other operating systems than the image's
 */
record Slot(Optional<Coordinates> own, Coordinates first, boolean isOfOtherSystems) {

    /** Returns the slot of one artifact. */
    static Slot of(NamedArtifact named, boolean isOwn, Platform platform) {
        boolean isOther = named.name()
                .system()
                .filter(system -> !system.equals(platform.os()))
                .isPresent();
        return new Slot(isOwn ? Optional.of(named.artifact()) : Optional.empty(), named.artifact(), isOther);
    }

    /** Returns this slot with those that come later in the class path. */
    Slot with(Slot later) {
        return new Slot(own.or(later::own), first, isOfOtherSystems && later.isOfOtherSystems);
    }
}
