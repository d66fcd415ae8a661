package dev.layered.extra;

import dev.layered.folder.FileFilter;
import java.nio.file.Path;
import java.util.Set;

/**
 * A folder of this machine that goes into the image: a {@code <path>}.
 *
 * @param into absolute folder of the image, without a slash at its end; empty for the image's root
 * @param layer the name of the layer
 * @param place where it was written, for messages
 */
public record ExtraDirectory(Path from, String into, FileFilter filter, String layer, Set<Trait> traits, String place) {

    /** What an extra directory can be besides. */
    public enum Trait {
        /** Its files may take the place of others. */
        OVERRIDE,
        /** Links are not copied; what they point at is. */
        FOLLOW_LINKS
    }
}
