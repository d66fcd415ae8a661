package dev.layered.maven;

import dev.layered.base.BaseImages;
import dev.layered.build.FormerResult;
import dev.layered.failure.Mistakes;
import dev.layered.image.Digest;
import dev.layered.maven.configuration.Reading;
import dev.layered.record.StillTrue;
import dev.layered.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.artifact.Artifact;

/** Compares what an earlier run left of a module's images with what this one would make. */
final class FormerCheck {

    private final LayeredMojo mojo;
    private final Store store;
    private final boolean asking;
    private final Mistakes doubts = new Mistakes();
    private final List<VariantInput> variants;
    private final BaseImages bases;
    private final Map<String, Digest> grounds;

    /**
     * Reads the configuration and what the project has.
     *
     * @param resolved the class path; nothing where it is not known
     * @param asking whether a registry is asked what the base image's tag stands for now
     */
    FormerCheck(LayeredMojo mojo, Collection<Artifact> resolved, Store store, boolean asking) {
        Reading reading = new Reading(doubts, mojo.locations());
        this.mojo = mojo;
        this.store = store;
        this.asking = asking;
        this.variants = VariantInput.all(mojo, reading);
        this.bases = mojo.bases(store, mojo.buildLog());
        this.grounds = new PlanInput(mojo, reading, false).grounds(mojo.contents(resolved, doubts::add));
    }

    /** Whether every image would be made again as it is; says so of each up to the first that would not. */
    boolean areStillTrue(List<? extends FormerResult> formers) {
        for (int i = 0; i < Math.min(formers.size(), variants.size()); i++) {
            FormerResult former = formers.get(i);
            VariantInput variant = variants.get(i);
            Optional<String> changed =
                    doubt().or(() -> changed(former, variant)).or(this::doubt);
            mojo.getLog()
                    .info(former.shown() + " is "
                            + changed.map(why -> "not true any more: " + why + ".")
                                    .orElse("still true."));
            if (changed.isPresent()) {
                return false;
            }
        }
        return formers.size() == variants.size();
    }

    private Optional<String> changed(FormerResult former, VariantInput variant) {
        Map<String, Digest> all = new TreeMap<>(grounds);
        variant.base(bases::digestAtHand).ifPresent(base -> all.put(StillTrue.BASE, base));
        Optional<String> changed =
                former.changed(variant.identity(), mojo.project.getBasedir().toPath(), all, store.files());
        store.files().save();
        return changed.isPresent() || !asking
                ? changed
                : variant.base(bases::digestAsked).flatMap(former::changed);
    }

    /** Returns the first doubt in words; planning notes it again, and what else is wrong. */
    private Optional<String> doubt() {
        return doubts.all().stream().findFirst().map(doubt -> doubt.what().replaceFirst("\\.$", ""));
    }
}
