package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.image.Image;
import dev.layered.image.ImageCheck;
import dev.layered.image.Index;
import dev.layered.image.Platform;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.PlatformOutcome;
import dev.layered.outcome.TagOutcome;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.PlatformPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents of an image whose layers are known, checked.
 *
 * @param images in the order of the platforms
 * @param target what the image's name stands for: the index, or the manifest of a single platform
 */
record AssembledImage(List<Image> images, Document<?> target, List<PlatformOutcome> outcomes) {

    /** Whether it is one manifest without an index. */
    boolean isPlain() {
        return images.size() == 1 && images.get(0).manifest().digest().equals(target.digest());
    }

    /** Puts bases and layers together; {@code made} has every planned layer. */
    static AssembledImage of(ImagePlan plan, Map<Platform, BaseImage> bases, List<MadeLayer> made) {
        Map<PlannedLayer, MadeLayer> layers = new HashMap<>();
        made.forEach(layer -> layers.put(layer.planned(), layer));
        ImageAssembler assembler = new ImageAssembler(plan);
        List<Image> images = new ArrayList<>();
        List<PlatformOutcome> outcomes = new ArrayList<>();
        for (PlatformPlan platform : plan.platforms()) {
            BaseImage base = bases.get(platform.platform());
            List<MadeLayer> ours = platform.layers().stream().map(layers::get).toList();
            Image image = assembler.image(platform.platform(), base, ours);
            images.add(image);
            outcomes.add(outcome(image, base, ours));
        }
        Document<Index> index = assembler.index(images, bases.values());
        ImageCheck check = new ImageCheck().index(index.value(), images);
        images.forEach(check::image);
        check.throwIfAny();
        return new AssembledImage(images, plan.isIndex() ? index : images.get(0).manifest(), outcomes);
    }

    private static PlatformOutcome outcome(Image image, BaseImage base, List<MadeLayer> ours) {
        return new PlatformOutcome(
                image.platform(),
                image.manifest().descriptor(),
                image.config().digest(),
                base.descriptors(),
                ours.stream().map(MadeLayer::outcome).toList());
    }

    /** Returns what a name stands for: the manifest of its platform, or what stands for the whole image. */
    Document<?> named(ImageName name) {
        return name.platform()
                .<Document<?>>map(platform -> images.stream()
                        .filter(image -> platform.matches(image.platform()))
                        .findFirst()
                        .orElseThrow()
                        .manifest())
                .orElse(target);
    }

    /** Returns what each name stands for. */
    List<TagOutcome> tags(List<ImageName> names) {
        return names.stream()
                .map(name -> new TagOutcome(name.reference(), descriptor(name), name.platform()))
                .toList();
    }

    /** Returns what came of the plan that the image was made of, under these of its names. */
    ImageOutcome outcome(ImagePlan plan, List<ImageName> names) {
        ImageIdentity identity = plan.identity();
        return new ImageOutcome(
                identity.variant(),
                identity.isDefault(),
                identity.reference(),
                plan.base().from(),
                target.descriptor(),
                outcomes,
                tags(names));
    }

    private Descriptor descriptor(ImageName name) {
        return named(name).descriptor();
    }
}
