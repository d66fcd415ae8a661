package dev.layered.inspect;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.layer.SideBySide;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.outcome.FoundFiles;
import dev.layered.outcome.ImageComparison;
import dev.layered.outcome.ImageContents;
import dev.layered.outcome.LayerContents;
import dev.layered.outcome.LayerInside;
import dev.layered.outcome.PlatformContents;
import dev.layered.place.BuildFiles;
import dev.layered.place.ImagePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into an image, whoever made it. Unpacks nothing to the disk. */
public final class ImageInspector {

    private final String location;
    private final List<StoredImage> images;

    private ImageInspector(String location, List<StoredImage> images) {
        this.location = location;
        this.images = images;
    }

    /**
     * Reads manifests and configs, no layer yet.
     *
     * @param only the platform to look at; all where there is none
     * @throws LayeredFailure {@code inspect-none}, {@code inspect-platform}, and everything that is wrong with what is there
     */
    public static ImageInspector at(ImagePlace place, Optional<Platform> only) {
        Mistakes faults = new Mistakes();
        List<StoredImage> images = place.images(faults);
        faults.throwIfAny();
        ImageInspector all = new ImageInspector(place.location(), images);
        all.check(all.platforms().isEmpty(), "inspect-none", "There is no image in ", "name a place that has one");
        return only.map(all::on).orElse(all);
    }

    private ImageInspector on(Platform only) {
        List<StoredImage> some = images.stream()
                .map(image -> new StoredImage(
                        image.name(),
                        image.target(),
                        image.indexes(),
                        image.images().stream()
                                .filter(one -> only.matches(one.platform()))
                                .toList(),
                        image.others(),
                        image.unread()))
                .toList();
        ImageInspector chosen = new ImageInspector(location, some);
        check(
                chosen.platforms().isEmpty(),
                "inspect-platform",
                "There is no image for " + Shown.quoted(only) + " in ",
                "choose one of " + Shown.list(platforms()));
        return chosen;
    }

    private void check(boolean isWrong, String id, String what, String fix) {
        if (isWrong) {
            throw LayeredFailure.mistake(id, what + Shown.quoted(location) + ".", "the image to inspect", fix);
        }
    }

    private List<Platform> platforms() {
        return images.stream()
                .flatMap(image -> image.images().stream())
                .map(PlatformImage::platform)
                .distinct()
                .toList();
    }

    /**
     * Returns what is in the image.
     *
     * @param built may have a record of the same layers
     */
    public ImageContents contents(BuildFiles built) {
        PlannedArtifacts planned = PlannedArtifacts.of(built);
        Map<Digest, NamedLayer> distinct = new LinkedHashMap<>();
        images.stream()
                .flatMap(image -> image.images().stream())
                .flatMap(image -> NamedLayer.of(image.image()).stream())
                .forEach(layer -> distinct.putIfAbsent(layer.digest(), layer));
        Map<Digest, LayerContents> read = new LinkedHashMap<>();
        SideBySide.each(List.copyOf(distinct.values()), layer -> contents(layer, planned))
                .forEach(layer -> read.put(layer.blob().digest(), layer));
        List<PlatformContents> platforms = new ArrayList<>();
        for (StoredImage image : images) {
            for (PlatformImage one : image.images()) {
                List<LayerContents> layers = NamedLayer.of(one.image()).stream()
                        .map(layer -> named(read.get(layer.digest()), layer))
                        .toList();
                platforms.add(new PlatformContents(
                        image.name(),
                        one.platform(),
                        image.target(),
                        one.image().config().value(),
                        layers));
            }
        }
        int others = images.stream().mapToInt(image -> image.others().size()).sum();
        return new ImageContents(location, platforms, others);
    }

    private static LayerContents contents(NamedLayer layer, PlannedArtifacts planned) {
        Map<String, String> known = layer.mark().map(planned::in).orElse(Map.of());
        try {
            LayerInside inside = LayerSurvey.of(layer.blob(), known, Optional.empty());
            return contents(layer, Optional.of(inside), "");
        } catch (LayeredFailure failure) {
            return contents(layer, Optional.empty(), failure.problems().get(0).what());
        }
    }

    /** A layer may have another name on another platform. */
    private static LayerContents named(LayerContents read, NamedLayer layer) {
        return contents(layer, read.inside(), read.unreadable());
    }

    private static LayerContents contents(NamedLayer layer, Optional<LayerInside> inside, String unreadable) {
        return new LayerContents(
                layer.name(),
                layer.mark().map(mark -> mark.key().digest().text()).orElse(""),
                layer.blob().descriptor(),
                layer.compression(),
                inside,
                unreadable);
    }

    /**
     * Returns where paths are, for each platform.
     *
     * @param asked an absolute path, a file name, or a pattern
     * @throws LayeredFailure {@code inspect-nothing} if it is on no platform
     */
    public List<FoundFiles> find(String asked) {
        FileSearch search = new FileSearch(PathPattern.of(asked));
        List<FoundFiles> found = new ArrayList<>();
        for (StoredImage image : images) {
            image.images().forEach(one -> found.add(search.in(image, one)));
        }
        if (found.stream().allMatch(files -> files.files().isEmpty())) {
            throw search.nothing(asked, location);
        }
        return found;
    }

    /**
     * Compares with another image.
     *
     * @throws LayeredFailure {@code inspect-ambiguous}, or {@code inspect-platform} if they have no platform in common
     */
    public ImageComparison against(ImageInspector other) {
        return new ImageComparer(location, images, other.location, other.images).compare();
    }
}
