package dev.layered.maven;

import dev.layered.failure.Mistakes;
import dev.layered.image.Digest;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.ImageNames;
import dev.layered.maven.parameters.LimitsParameters;
import dev.layered.maven.parameters.Variant;
import dev.layered.maven.parameters.Variants;
import dev.layered.plan.ArtifactSwap;
import dev.layered.plan.BaseChoice;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a goal was told about one image of its module: the only one, or a variant. */
final class VariantInput {

    private final LayeredMojo mojo;
    private final Reading reading;
    private final Variant variant;
    private final List<ImageTarget> targets;
    private final BaseChoice base;
    private final List<Platform> platforms;

    private VariantInput(LayeredMojo mojo, Reading reading, Variant variant, List<ImageTarget> targets) {
        Reading from = variant.reading("from", reading);
        this.mojo = mojo;
        this.reading = reading;
        this.variant = variant;
        this.targets = targets;
        this.base = new BaseChoice(
                variant.from().image(UsualBase.of(mojo.project), from),
                from.place().place());
        this.platforms = variant.from().platforms(from);
    }

    /** Returns one for each image that is to be made; notes what is wrong with variants, names, bases and platforms. */
    static List<VariantInput> all(LayeredMojo mojo, Reading reading) {
        List<Variant> variants = Variants.read(mojo.variants, mojo.from, mojo.limits, reading);
        Map<String, List<ImageTarget>> names = ImageNames.read(
                mojo.to, mojo.targets, variants, mojo.project.getArtifactId(), mojo.project.getVersion(), reading);
        return variants.stream()
                .map(variant -> new VariantInput(mojo, reading, variant, names.getOrDefault(variant.name(), List.of())))
                .toList();
    }

    /** Returns the names of all images of the module but the default one, of those too that this run leaves out. */
    static Set<String> furtherNames(LayeredMojo mojo) {
        return Variants.furtherNames(mojo.variants, new Reading(new Mistakes(), mojo.locations()));
    }

    /** Returns what the image is called, of use only where the reading noted no mistake. */
    ImageIdentity identity() {
        String reference = targets.get(0).names().get(0).reference();
        return new ImageIdentity(variant.name(), variant.isDefault(), mojo.isBase(), reference, targets);
    }

    /** Returns the base image that was chosen. */
    BaseChoice base() {
        return base;
    }

    /** Returns the base image where it is one in a registry, also where none is named. */
    Optional<ImageReference> baseInRegistry() {
        return variant.from().inRegistry(UsualBase.of(mojo.project));
    }

    /** Says which base image is taken where none is named. */
    void tellBase() {
        if (!variant.from().isNamed() && !base.from().isEmpty()) {
            mojo.getLog().info("No base image is named: " + base + " is taken, for the Java of this project.");
        }
    }

    /** Returns the platforms, in the order of the image. */
    List<Platform> platforms() {
        return platforms;
    }

    /** Returns what the image may not exceed. */
    LimitsParameters limits() {
        return variant.limits();
    }

    /** Returns where its limits are written. */
    Reading limitsPlace() {
        return variant.reading("limits", reading);
    }

    /** Returns how its class path differs from the project's. */
    ArtifactSwap artifacts() {
        return variant.artifacts();
    }

    /** Returns where the image says how its class path differs, for messages. */
    Reading place() {
        return variant.own(reading);
    }

    /** Returns what is said for all images with what this one says. */
    RuntimeConfig over(RuntimeConfig all) {
        return all.with(variant.extra().runtime());
    }

    /** Returns the annotations for all images with those of this one. */
    Map<String, String> over(Map<String, String> all) {
        Map<String, String> annotations = new TreeMap<>(all);
        annotations.putAll(variant.extra().annotations());
        return annotations;
    }

    /** Returns its options of the virtual machine, where it has some in place of those for all. */
    Optional<List<String>> jvmFlags() {
        return variant.extra().jvmFlags();
    }

    /** Returns what a look at the base gives; a mistake in it is noted. */
    Optional<Digest> base(BiFunction<BaseChoice, List<Platform>, Optional<Digest>> look) {
        return reading.mistakes().collect(() -> look.apply(base, platforms)).flatMap(Function.identity());
    }
}
