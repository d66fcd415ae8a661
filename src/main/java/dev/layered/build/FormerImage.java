package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.layer.SideBySide;
import dev.layered.layout.ImageLayout;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.ReadyImage;
import dev.layered.record.PlanRecord;
import dev.layered.record.StillTrue;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The image that an earlier run left in the layout, for those who would rather take it than make it again. */
public final class FormerImage implements FormerResult {

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

    @Override
    public String shown() {
        return "The image in " + output.resolve("image");
    }

    /** Says so too where a build would have to mend the image. */
    @Override
    public Optional<String> changed(List<String> names, Path project, Map<String, Digest> grounds, KnownFiles known) {
        if (stored.isEmpty() || !isAsTold(stored.get())) {
            return Optional.of("it is damaged, or another run left it unfinished");
        }
        if (!stored.get().name().equals(names.get(0))) {
            return Optional.of("its name is " + Shown.quoted(stored.get().name()) + ", and "
                    + Shown.quoted(names.get(0)) + " is wanted");
        }
        return StillTrue.changed(output.resolve(PlanRecord.OF_IMAGE), project, grounds, known);
    }

    @Override
    public Optional<String> changed(Digest base) {
        return StillTrue.changed(output.resolve(PlanRecord.OF_IMAGE), base);
    }

    /**
     * Whether all that a build writes is there, every blob with the bytes that its name says; to be asked only where
     * nothing changed.
     */
    public boolean isWhole(KnownFiles known) {
        if (stored.isEmpty() || !Files.exists(output.resolve("image.json")) || !isPlanned()) {
            return false;
        }
        List<Descriptor> layers = stored.get().images().stream()
                .flatMap(platform -> platform.image().layers().stream())
                .filter(Blob::isThere)
                .map(Blob::descriptor)
                .distinct()
                .toList();
        ImageLayout layout = ImageLayout.in(output.resolve("image"));
        boolean isWhole =
                !SideBySide.each(layers, layer -> layout.holds(layer, known)).contains(false);
        known.save();
        return isWhole;
    }

    /** Another goal may have told what it would make of another configuration. */
    private boolean isPlanned() {
        try {
            return Files.mismatch(output.resolve(PlanRecord.OF_PLAN), output.resolve(PlanRecord.OF_IMAGE)) < 0;
        } catch (IOException e) {
            return false;
        }
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
