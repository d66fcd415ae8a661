package dev.layered.place;

import dev.layered.failure.Mistakes;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An image layout or an archive on this machine. */
record StoredPlace(StoredImages stored, String location, Optional<Path> layout) implements ImagePlace {

    @Override
    public List<StoredImage> images(Mistakes faults) {
        return stored.images(faults);
    }
}
