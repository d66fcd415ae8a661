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
import dev.layered.plan.ImageIdentity;
import dev.layered.record.PlanRecord;
import dev.layered.record.StillTrue;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An image that an earlier run left in the layout, for those who would rather take it than make it again. */
public final class FormerImage implements FormerResult {

    private final Path layout;
    private final Path output;
    private final String variant;
    private final List<String> names;
    private final Optional<StoredImage> stored;

    private FormerImage(Path layout, Path output, String variant, List<String> names, Optional<StoredImage> stored) {
        this.layout = layout;
        this.output = output;
        this.variant = variant;
        this.names = names;
        this.stored = stored;
    }

    /**
     * Returns the images, in the order that they are wanted in; none where no run left one.
     *
     * @param output the folder of the images and what is told about them, usually {@code target/layered}
     */
    public static List<FormerImage> in(Path output, List<ImageIdentity> wanted) {
        Path layout = output.resolve("image");
        if (!Files.exists(layout.resolve("index.json"))) {
            return List.of();
        }
        List<StoredImage> stored = whole(layout);
        List<String> names = stored.stream().map(StoredImage::name).toList();
        boolean isSame = names.size() == wanted.size();
        return wanted.stream()
                .map(image -> new FormerImage(
                        layout,
                        image.folder(output),
                        image.variant(),
                        names,
                        stored.stream()
                                .filter(one -> isSame && one.name().equals(image.reference()))
                                .findFirst()))
                .toList();
    }

    /** Returns the layout's images where they are there with all that they refer to; layers are not read. */
    private static List<StoredImage> whole(Path layout) {
        Mistakes faults = new Mistakes();
        try {
            List<StoredImage> images = StoredImages.in(layout.toAbsolutePath()).images(faults);
            return faults.isEmpty() && images.stream().allMatch(FormerImage::hasLayers) ? images : List.of();
        } catch (LayeredFailure unreadable) {
            return List.of();
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
        return "The image in " + layout + (variant.isEmpty() ? "" : " (" + variant + ")");
    }

    /** Says so too where a build would have to mend the image. */
    @Override
    public Optional<String> changed(ImageIdentity wanted, Path project, Map<String, Digest> grounds, KnownFiles known) {
        if (!names.isEmpty() && !names.contains(wanted.reference())) {
            return Optional.of("its name is "
                    + Shown.quotedEach(names) + ", and "
                    + Shown.quoted(wanted.reference()) + " is wanted");
        }
        if (stored.isEmpty() && !names.isEmpty()) {
            return Optional.of("the layout has the images " + Shown.quotedEach(names) + ", and others are wanted");
        }
        if (stored.isEmpty() || !isAsTold(stored.get())) {
            return Optional.of("it is damaged, or another run left it unfinished");
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
        ImageLayout blobs = ImageLayout.in(layout);
        boolean isWhole =
                !SideBySide.each(layers, layer -> blobs.holds(layer, known)).contains(false);
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
                variant,
                image.name(),
                image.target(),
                image.images().stream().map(PlatformImage::platform).toList(),
                layout);
    }
}
