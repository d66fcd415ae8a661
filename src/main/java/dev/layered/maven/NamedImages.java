package dev.layered.maven;

import dev.layered.failure.Mistakes;
import dev.layered.image.ImageReference;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.LimitsParameters;
import dev.layered.maven.parameters.LoginParameters;
import dev.layered.maven.parameters.TargetParameters;
import dev.layered.maven.parameters.Unset;
import dev.layered.maven.parameters.Variant;
import dev.layered.maven.parameters.Variants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The images that a configuration names: the bases, that of {@code <to>}, and those of {@code <targets>}. */
record NamedImages(List<Named> all) {

    /**
     * One of them.
     *
     * @param reference where it is in a registry
     * @param isBase whether it is read rather than written
     */
    record Named(Optional<ImageReference> reference, LoginParameters login, Reading place, boolean isBase) {

        /** Whether this is another image in the same registry. */
        boolean isBesides(Named other) {
            return reference.isPresent()
                    && other.reference.isPresent()
                    && reference
                            .get()
                            .registry()
                            .equalsIgnoreCase(other.reference.get().registry())
                    && !(isBase == other.isBase
                            && reference
                                    .get()
                                    .repository()
                                    .equals(other.reference.get().repository()));
        }
    }

    /** Reads what names images; what is wrong with variants is told elsewhere. */
    static NamedImages of(RegistryMojo mojo, Reading reading) {
        List<Named> all = new ArrayList<>();
        Reading unheard = new Reading(new Mistakes(), reading.place());
        for (Variant variant : Variants.read(mojo.variants, mojo.from, new LimitsParameters(), unheard)) {
            all.add(new Named(
                    variant.from().inRegistry(UsualBase.of(mojo.project)),
                    variant.from(),
                    variant.reading("from", reading),
                    true));
        }
        all.add(new Named(mojo.to.inRegistry(), mojo.to, reading.at("to"), false));
        List<TargetParameters> targets = Unset.none(mojo.targets);
        for (int i = 0; i < targets.size(); i++) {
            TargetParameters target = targets.get(i);
            all.add(new Named(target.inRegistry(), target, reading.at("targets").item(i), false));
        }
        return new NamedImages(all);
    }

    /** Returns the first image that is pushed, where there is one in a registry. */
    Optional<ImageReference> target() {
        return all.stream()
                .filter(image -> !image.isBase())
                .flatMap(image -> image.reference().stream())
                .findFirst();
    }
}
