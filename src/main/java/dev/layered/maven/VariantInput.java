package dev.layered.maven;

import dev.layered.image.Digest;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.LimitsParameters;
import dev.layered.plan.BaseChoice;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a goal was told about one image of its module: the only one, or a variant. */
final class VariantInput {

    private final LayeredMojo mojo;
    private final Reading reading;

    private VariantInput(LayeredMojo mojo, Reading reading) {
        this.mojo = mojo;
        this.reading = reading;
    }

    /** Returns one for each image that is to be made. */
    static List<VariantInput> all(LayeredMojo mojo, Reading reading) {
        return List.of(new VariantInput(mojo, reading));
    }

    /** Returns what the image is called, of use only where the reading noted no mistake. */
    ImageIdentity identity() {
        String artifactId = mojo.project.getArtifactId();
        String version = mojo.project.getVersion();
        String reference = mojo.to.reference(artifactId, version, reading.at("to"));
        List<ImageName> names = mojo.to.references(artifactId, version).stream()
                .map(name -> new ImageName(name, Optional.empty()))
                .toList();
        return new ImageIdentity("", true, mojo.isBase(), reference, List.of(names));
    }

    /** Returns the base image that was chosen; notes where there is none. */
    BaseChoice base() {
        Reading from = reading.at("from");
        return new BaseChoice(
                mojo.from.image(UsualBase.of(mojo.project), from), from.place().place());
    }

    /** Returns the base image where it is one in a registry, also where none is named. */
    Optional<ImageReference> baseInRegistry() {
        return mojo.from.inRegistry(UsualBase.of(mojo.project));
    }

    /** Says which base image is taken where none is named. */
    void tellBase() {
        BaseChoice base = base();
        if (!mojo.from.isNamed() && !base.from().isEmpty()) {
            mojo.getLog().info("No base image is named: " + base + " is taken, for the Java of this project.");
        }
    }

    /** Returns what the image may not exceed. */
    LimitsParameters limits() {
        return mojo.limits;
    }

    /** Returns the platforms, in the order of the image. */
    List<Platform> platforms() {
        return mojo.from.platforms(reading.at("from"));
    }

    /** Returns what a look at the base gives; a mistake in it is noted. */
    Optional<Digest> base(BiFunction<BaseChoice, List<Platform>, Optional<Digest>> look) {
        BaseChoice base = base();
        List<Platform> platforms = platforms();
        return reading.mistakes().collect(() -> look.apply(base, platforms)).flatMap(Function.identity());
    }
}
