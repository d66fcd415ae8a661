package dev.layered.place;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.layout.DocumentSource;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.ImageRepository;
import dev.layered.registry.RegistryReference;
import dev.layered.store.Store;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds the places of images by what users write. */
public final class ImagePlaces {

    private static final String FOLDER = "oci:";

    private final Path folder;
    private final Function<ImageReference, ImageRepository> repositories;
    private final Function<PublishedPlace, DocumentSource> reading;

    private ImagePlaces(
            Path folder,
            Function<ImageReference, ImageRepository> repositories,
            Function<PublishedPlace, DocumentSource> reading) {
        this.folder = folder;
        this.repositories = repositories;
        this.reading = reading;
    }

    /**
     * Reads of registries what is asked for, each time anew.
     *
     * @param folder that relative paths start from
     * @param repositories asked for a repository only where something in it is to be read
     */
    public static ImagePlaces reading(Path folder, Function<ImageReference, ImageRepository> repositories) {
        return new ImagePlaces(folder, repositories, PublishedPlace::documents);
    }

    /** Does the same, but reads layers of registries by way of the local store, which is asked for when one is read. */
    public ImagePlaces keeping(Supplier<Store> store, BuildLog log) {
        return new ImagePlaces(
                folder, repositories, place -> new KeptLayers(place.documents(), place.location(), store, log));
    }

    /** Returns the image layout in a folder, by the name that users have for it. */
    public ImagePlace in(Path layout, String shown) {
        return new StoredPlace(StoredImages.in(folder.resolve(layout)), shown, Optional.of(folder.resolve(layout)));
    }

    /**
     * Returns the place, of which nothing is read yet.
     *
     * @param location {@code oci:} and a folder, {@code oci-archive:} or {@code docker-archive:} and a file, or an image in a
     *     registry
     * @throws LayeredFailure {@code image-kind} if it is of no kind that can be read, {@code image-reference} if it is of
     *     none at all, {@code layout-missing} if no path can look like that
     */
    public ImagePlace at(String location) {
        Optional<StoredImages> stored = StoredImages.at(location, folder);
        if (stored.isPresent()) {
            Optional<Path> layout = location.startsWith(FOLDER)
                    ? Optional.of(folder.resolve(location.substring(FOLDER.length())))
                    : Optional.empty();
            return new StoredPlace(stored.get(), location, layout);
        }
        if (isFile(location)) {
            throw wrongKind(
                    "The image " + Shown.quoted(location)
                            + " is a path of this machine, and nothing tells what is there.",
                    "write oci:" + location + " for an image layout, oci-archive:" + location + " for a tar of one, or"
                            + " docker-archive:" + location + " for what docker save wrote; registry://" + location
                            + " is an image in a registry");
        }
        ImageReference image = RegistryReference.of(location)
                .orElseThrow(() -> wrongKind(
                        Shown.quoted(location) + " names an image of a kind that is not read.",
                        "name an image of a registry without anything before it, oci: and a folder, or oci-archive: or"
                                + " docker-archive: and a file"));
        return new PublishedPlace(location, image, repositories, reading);
    }

    /** A name of Docker Hub's may look like a path; one with registry, tag or digest is hardly meant as one. */
    private boolean isFile(String location) {
        try {
            return Files.exists(folder.resolve(location));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static LayeredFailure wrongKind(String what, String fix) {
        return LayeredFailure.mistake("image-kind", what, "the image", fix);
    }
}
