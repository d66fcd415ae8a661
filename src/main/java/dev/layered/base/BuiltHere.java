package dev.layered.base;

import dev.layered.image.ImageReference;
import java.nio.file.Path;
import java.util.Optional;

/** The images that the same run made, so that one may stand on another before any registry has it. */
@FunctionalInterface
public interface BuiltHere {

    /** Knows of none. */
    BuiltHere NOTHING = reference -> Optional.empty();

    /**
     * An image in a layout.
     *
     * @param name that it has there
     */
    record Built(Path layout, String name) {}

    /** Returns the image of that name, where this run made it. */
    Optional<Built> find(ImageReference reference);
}
