package dev.layered.verify;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Image;
import dev.layered.layer.SideBySide;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.BuildFiles;
import dev.layered.record.RecordedPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verifies the images of one place: against the OCI image spec, and against the record of what they were made of, where
 * there is one.
 *
 * <p>Every fault is found in one run. Each blob is read once, in constant memory but for what is recorded. Of use once.
 */
public final class ImageVerifier {

    /** What is shown of all faults together. */
    private static final int MOST_SHOWN = 100;

    private final StoredImages stored;
    private final String location;
    private final boolean own;
    private final BuildFiles built;
    private final BuildLog log;
    private final Check documents = new Check("documents");
    private final Check layers = new Check("layers");
    private final List<Check> checks = new ArrayList<>(List.of(documents, layers));
    private final List<Problem> warnings = new ArrayList<>();

    private ImageVerifier(StoredImages stored, String location, boolean own, BuildFiles built, BuildLog log) {
        this.stored = stored;
        this.location = location;
        this.own = own;
        this.built = built;
        this.log = log;
    }

    /**
     * Returns what verifies the image that the last build made.
     *
     * @throws LayeredFailure {@code verify-image} if there is none
     */
    public static ImageVerifier own(BuildFiles built, BuildLog log) {
        String folder = built.shown(built.image());
        if (!built.hasImage()) {
            throw LayeredFailure.mistake(
                    "verify-image",
                    "There is no image in " + Shown.quoted(folder) + " yet.",
                    Shown.text(folder),
                    "build it first, e.g. with mvn package, or name another one with -Dlayered.verify.image=oci:FOLDER");
        }
        StoredImages stored = StoredImages.in(built.project().resolve(built.image()));
        return new ImageVerifier(stored, folder, true, built, log);
    }

    /**
     * Returns what verifies the images at a location, a relative one seen from the project.
     *
     * @throws LayeredFailure {@code verify-location} if it is of no kind that can be read
     */
    public static ImageVerifier at(String location, BuildFiles built, BuildLog log) {
        StoredImages stored = StoredImages.at(location, built.project())
                .orElseThrow(() -> LayeredFailure.mistake(
                        "verify-location",
                        Shown.quoted(location) + " names no image that can be verified.",
                        "the image to verify",
                        "write oci: and a folder, or oci-archive: or docker-archive: and a file"));
        return new ImageVerifier(stored, location, false, built, log);
    }

    /**
     * Verifies and returns what was found.
     *
     * @param rebuild whether every layer is made again from its sources
     */
    public VerifyOutcome verify(boolean rebuild) {
        Mistakes unreadable = new Mistakes();
        List<StoredImage> images = stored.images(unreadable);
        unreadable.all().forEach(documents::fault);
        images.forEach(image -> Documents.check(image, documents));
        List<StoredImage> ours =
                own ? images : images.stream().filter(built::made).toList();
        if (documents.isClean() && images(images).findAny().isEmpty()) {
            documents.fault(
                    "verify-image",
                    "There is no image in " + Shown.quoted(location) + ".",
                    Shown.text(location),
                    "name a place that holds one");
        }
        if (own) {
            built.wrongDigest(images).ifPresent(documents::fault);
        }
        layout().flatMap(folder -> new UnusedBlobs(folder).of(images)).ifPresent(warnings::add);
        Optional<RecordedPlan> plan = plan(ours, rebuild);
        List<StoredLayer> all = StoredLayer.of(images(images).toList(), plan);
        SideBySide.each(all, layer -> LayerPass.over(layer, log)).forEach(layers::add);
        plan.ifPresent(record -> compare(ours, record));
        plan.filter(record -> rebuild).ifPresent(record -> rebuild(all));
        return outcome(images);
    }

    /** Returns the folder where blobs are files. */
    private Optional<Path> layout() {
        if (own) {
            return Optional.of(built.image());
        }
        boolean folder = location.startsWith("oci:");
        return folder ? Optional.of(built.project().resolve(location.substring("oci:".length()))) : Optional.empty();
    }

    private static Stream<Image> images(List<StoredImage> images) {
        return images.stream().flatMap(image -> image.images().stream()).map(PlatformImage::image);
    }

    private Optional<RecordedPlan> plan(List<StoredImage> ours, boolean rebuild) {
        if (!own && ours.isEmpty() && !rebuild) {
            return Optional.empty();
        }
        if (ours.isEmpty() && !own) {
            documents.fault(
                    "verify-record",
                    "There is no record of what the image was made of, so that it cannot be made again.",
                    Shown.text(location),
                    "leave out -Dlayered.rebuild, or run the goal in the project that built the image last");
            return Optional.empty();
        }
        return documents.trying(built::record);
    }

    private void compare(List<StoredImage> ours, RecordedPlan plan) {
        Check record = new Check("record");
        Check classpath = new Check("class path");
        Check settings = new Check("settings");
        RecordCheck check = new RecordCheck(plan, record);
        check.keys();
        for (StoredImage image : ours) {
            if (documents.isClean() && (own || !image.indexes().isEmpty())) {
                check.platforms(
                        image.images().stream().map(PlatformImage::platform).toList());
            }
            for (PlatformImage one : image.images()) {
                check.of(one.platform()).ifPresent(recorded -> {
                    check.layers(one.image(), recorded);
                    check.hidden(recorded)
                            .filter(hidden -> !warnings.contains(hidden))
                            .ifPresent(warnings::add);
                    ClassPathCheck.compare(plan, recorded, classpath);
                    ConfigCheck.compare(plan.settings(), one, settings);
                });
            }
        }
        checks.addAll(List.of(record, classpath, settings));
    }

    private void rebuild(List<StoredLayer> all) {
        Check check = new Check("rebuild");
        List<StoredLayer> recorded =
                all.stream().filter(layer -> layer.recorded().isPresent()).toList();
        SideBySide.each(recorded, layer -> Rebuild.compare(layer, log)).forEach(check::add);
        checks.add(check);
    }

    private VerifyOutcome outcome(List<StoredImage> images) {
        List<Problem> all =
                checks.stream().flatMap(check -> check.faults().stream()).toList();
        int found = checks.stream().mapToInt(check -> check.outcome().faults()).sum();
        List<Problem> shown = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_SHOWN)));
        if (found > shown.size()) {
            shown.add(new Problem(
                    "verify-more",
                    (found - shown.size()) + " more faults were found.",
                    Shown.text(location),
                    "mend the first ones and run the goal again"));
        }
        return new VerifyOutcome(
                location,
                images.stream()
                        .map(image -> Shown.text(image.name()))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                checks.stream().map(Check::outcome).toList(),
                shown,
                warnings);
    }
}
