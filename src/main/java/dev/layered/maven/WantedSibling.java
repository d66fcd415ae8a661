package dev.layered.maven;

import dev.layered.image.Platform;
import dev.layered.natives.Choice;
import dev.layered.natives.Choice.Fit;
import dev.layered.plan.ArtifactSwap.Swapped;
import dev.layered.plan.Coordinates;
import java.util.List;
import java.util.Optional;

/**
 * An artifact to find that stands in the place of another on a platform, or that a variant asks for.
 *
 * @param inPlaceOf what it stands for; itself where a variant adds it
 * @param candidates in the order in which to ask for them, at least one
 * @param extension of the file
 * @param mayBeMissing whether it is no failure that there is none
 * @param isOfVariant whether a variant names it
 * @param rule the place of the rule that names it; empty where its name is guessed
 */
record WantedSibling(
        Coordinates inPlaceOf,
        Platform platform,
        List<Coordinates> candidates,
        String extension,
        boolean mayBeMissing,
        boolean isOfVariant,
        Optional<String> rule) {

    /** Returns what to find for what a variant adds or puts in the place of something else. */
    static WantedSibling ofVariant(Swapped artifact, Platform platform, String extension) {
        Coordinates wanted = artifact.wanted();
        return new WantedSibling(
                artifact.original().orElse(wanted),
                platform,
                List.of(wanted),
                extension,
                false,
                true,
                Optional.empty());
    }

    /** Returns what to find for a choice; nothing where no sibling goes in. */
    static Optional<WantedSibling> of(Choice choice, Platform platform, String extension) {
        return Optional.of(choice)
                .filter(one -> one.fit() == Fit.SIBLING)
                .map(one -> new WantedSibling(
                        one.artifact(),
                        platform,
                        one.candidates(),
                        extension,
                        one.mayBeMissing(),
                        false,
                        one.namedBy()));
    }
}
