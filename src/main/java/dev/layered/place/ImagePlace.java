package dev.layered.place;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.layout.StoredImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A place with images in it: an image layout, an archive, or a repository under a tag or a digest. */
public interface ImagePlace {

    /** Returns what users call the place. */
    String location();

    /**
     * Reads manifests, indexes and configs, and only those layers whose digests nothing else tells.
     *
     * @param faults takes what is wrong; what can be read is returned all the same. {@code image-absent} where a registry
     *     has no such image
     * @throws LayeredFailure if the machine does not let us read, or a registry does not answer as it should
     */
    List<StoredImage> images(Mistakes faults);

    /** Returns the folder where all blobs of the place are files; empty where they are not. */
    Optional<Path> layout();
}
