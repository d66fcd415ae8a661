package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Digest;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.ReadyImage;
import dev.layered.record.StillTrue;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The image that an earlier run left in the layout, for those who would rather take it than make it again. */
public final class FormerImage {

    private final Path output;
    private final Optional<StoredImage> stored;

    private FormerImage(Path output, Optional<StoredImage> stored) {
        this.output = output;
        this.stored = stored;
    }

    /**
     * Returns the image; empty where no run left one.
     *
     * @param output the folder of the image and what is told about it, usually {@code target/layered}
     */
    public static Optional<FormerImage> in(Path output) {
        Path layout = output.resolve("image");
        return Files.exists(layout.resolve("index.json"))
                ? Optional.of(new FormerImage(output, only(layout)))
                : Optional.empty();
    }

    /** Returns the layout's image where it is there with all that it refers to; layers are not read. */
    private static Optional<StoredImage> only(Path layout) {
        Mistakes faults = new Mistakes();
        try {
            List<StoredImage> images = StoredImages.in(layout.toAbsolutePath()).images(faults);
            boolean isWhole = faults.isEmpty() && images.size() == 1 && hasLayers(images.get(0));
            return isWhole ? Optional.of(images.get(0)) : Optional.empty();
        } catch (LayeredFailure unreadable) {
            return Optional.empty();
        }
    }

    private static boolean hasLayers(StoredImage image) {
        return image.images().stream()
                .flatMap(platform -> platform.image().layers().stream())
                .filter(layer -> !layer.descriptor().isForeign())
                .allMatch(Blob::isThere);
    }

    /**
     * Returns why a build would give another image, or would have to mend this one; empty where this is what it would
     * give.
     *
     * @param reference the name that the image should have
     * @param project the folder that recorded paths start from
     * @param grounds see {@link StillTrue#changed}
     * @param known the files that need not be read
     */
    public Optional<String> changed(String reference, Path project, Map<String, Digest> grounds, KnownFiles known) {
        if (stored.isEmpty() || !isAsTold(stored.get())) {
            return Optional.of("it is damaged, or another run left it unfinished");
        }
        if (!stored.get().name().equals(reference)) {
            return Optional.of("its name is " + Shown.quoted(stored.get().name()) + ", and " + Shown.quoted(reference)
                    + " is wanted");
        }
        return StillTrue.changed(output, project, grounds, known);
    }

    /** Returns the same about its base image alone, of which the registry told the digest. */
    public Optional<String> changed(Digest base) {
        return StillTrue.changed(output, base);
    }

    /** The digest is what a build writes last, so that all else is there. */
    private boolean isAsTold(StoredImage image) {
        try {
            String told = Files.readString(output.resolve("image.digest"));
            return told.equals(image.target().digest().text());
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the image, of use only where nothing changed. */
    public ReadyImage image() {
        StoredImage image = stored.orElseThrow();
        return new ReadyImage(
                image.name(),
                image.target(),
                image.images().stream().map(PlatformImage::platform).toList(),
                output.resolve("image"));
    }
}
