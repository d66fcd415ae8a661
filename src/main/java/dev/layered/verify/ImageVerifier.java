package dev.layered.verify;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Image;
import dev.layered.layer.SideBySide;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.BuildFiles;
import dev.layered.place.ImagePlace;
import dev.layered.place.ImagePlaces;
import dev.layered.place.PushedImage;
import dev.layered.place.ToldDigests;
import dev.layered.record.RecordedPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    private final ImagePlace place;
    private final boolean isOwn;
    private final BuildFiles built;
    private final Function<List<StoredImage>, Optional<Problem>> digest;
    private final BuildLog log;
    private final Check documents = new Check("documents");
    private final Check layers = new Check("layers");
    private final List<Check> checks = new ArrayList<>(List.of(documents, layers));
    private final List<Problem> warnings = new ArrayList<>();

    private ImageVerifier(
            ImagePlace place,
            boolean isOwn,
            BuildFiles built,
            Function<List<StoredImage>, Optional<Problem>> digest,
            BuildLog log) {
        this.place = place;
        this.isOwn = isOwn;
        this.built = built;
        this.digest = digest;
        this.log = log;
    }

    /**
     * Returns what verifies the images that the last build left in the layout; where there is no layout, one for each image
     * that the last push published, under its first name.
     *
     * @throws LayeredFailure {@code verify-image} if there is neither
     */
    public static List<ImageVerifier> own(BuildFiles built, ImagePlaces places, BuildLog log) {
        String folder = built.shown(built.image());
        if (built.hasImage()) {
            return List.of(new ImageVerifier(
                    places.in(built.image(), folder), true, built, new ToldDigests(built)::wrongDigest, log));
        }
        List<PushedImage> pushed = built.pushed();
        if (pushed.isEmpty()) {
            throw LayeredFailure.mistake(
                    "verify-image",
                    "There is no image in " + Shown.quoted(folder) + " yet, and none was pushed.",
                    Shown.text(folder),
                    "build it first, e.g. with mvn package, or name another one, e.g. with"
                            + " -Dlayered.verify.image=registry.example.com/shop/cart:1.0");
        }
        return pushed.stream()
                .map(image -> new ImageVerifier(
                        places.at(image.names().get(0)),
                        false,
                        built,
                        found -> new ToldDigests(built).wrongPushed(image, found),
                        log))
                .toList();
    }

    /** Returns what verifies the images of a place. */
    public static ImageVerifier at(ImagePlace place, BuildFiles built, BuildLog log) {
        return new ImageVerifier(place, false, built, images -> Optional.empty(), log);
    }

    /**
     * Verifies and returns what was found.
     *
     * @param rebuild whether every layer is made again from its sources
     */
    public VerifyOutcome verify(boolean rebuild) {
        Mistakes unreadable = new Mistakes();
        List<StoredImage> images = place.images(unreadable);
        unreadable.all().forEach(documents::fault);
        images.forEach(image -> Documents.check(image, documents));
        if (documents.isClean() && images(images).findAny().isEmpty()) {
            documents.fault(
                    "verify-image",
                    "There is no image in " + Shown.quoted(place.location()) + ".",
                    Shown.text(place.location()),
                    "name a place that holds one");
        }
        if (!images.isEmpty() || place.layout().isPresent()) {
            digest.apply(images).ifPresent(documents::fault);
        }
        place.layout().flatMap(folder -> new UnusedBlobs(folder).of(images)).ifPresent(warnings::add);
        if (isOwn) {
            warnings.addAll(new ToldDigests(built).pushedSince(images));
        }
        Map<Recorded, RecordedPlan> plans = new LinkedHashMap<>();
        for (Recorded recorded : Recorded.of(images, isOwn, built)) {
            recorded.plan(rebuild, place.location(), documents).ifPresent(plan -> plans.put(recorded, plan));
        }
        List<StoredLayer> all = StoredLayer.of(images(images).toList(), List.copyOf(plans.values()));
        SideBySide.each(all, layer -> LayerPass.over(layer, log)).forEach(layers::add);
        plans.forEach(this::compare);
        if (rebuild && !plans.isEmpty()) {
            rebuild(all);
        }
        return outcome(images);
    }

    private static Stream<Image> images(List<StoredImage> images) {
        return images.stream().flatMap(image -> image.images().stream()).map(PlatformImage::image);
    }

    private void compare(Recorded recorded, RecordedPlan plan) {
        Check record = new Check("record");
        Check classpath = new Check("class path");
        Check settings = new Check("settings");
        RecordCheck check = new RecordCheck(plan, recorded.name(), record);
        check.keys();
        for (StoredImage image : recorded.images()) {
            if (documents.isClean() && (isOwn || !image.indexes().isEmpty())) {
                check.platforms(
                        image.images().stream().map(PlatformImage::platform).toList());
            }
            for (PlatformImage one : image.images()) {
                check.of(one.platform()).ifPresent(said -> {
                    check.layers(one.image(), said);
                    check.hidden(said)
                            .filter(hidden -> !warnings.contains(hidden))
                            .ifPresent(warnings::add);
                    ClassPathCheck.compare(plan, said, classpath);
                    ConfigCheck.compare(plan.settings(), said.platform(), one, settings);
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
                    Shown.text(place.location()),
                    "mend the first ones and run the goal again"));
        }
        return new VerifyOutcome(
                Shown.text(place.location()),
                images.stream()
                        .map(image -> Shown.text(image.name()))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                checks.stream().map(Check::outcome).toList(),
                shown,
                warnings);
    }
}
