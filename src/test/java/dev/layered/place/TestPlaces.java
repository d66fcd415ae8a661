package dev.layered.place;

import java.nio.file.Path;

/** Places for tests that have no registry. */
public final class TestPlaces {

    private TestPlaces() {}

    /** Returns the places of this machine. */
    public static ImagePlaces onDisk(Path folder) {
        return ImagePlaces.reading(folder, image -> {
            throw new AssertionError("no registry should be asked for " + image);
        });
    }
}
