package dev.layered.maven;

import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.maven.SiblingArtifacts.Found;
import dev.layered.maven.configuration.Reading;
import dev.layered.natives.Choice;
import dev.layered.natives.Choice.Fit;
import dev.layered.natives.PlatformClassPath;
import dev.layered.natives.PlatformRule;
import dev.layered.plan.ArtifactOrigin;
import dev.layered.plan.ArtifactPattern;
import dev.layered.plan.ArtifactSwap;
import dev.layered.plan.ArtifactSwap.Swapped;
import dev.layered.plan.Coordinates;
import dev.layered.plan.LeftOut;
import dev.layered.plan.ProjectArtifact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The artifacts of each image: Maven's class path, as a variant changes it, with what stands in for artifacts of other
 * platforms. What Maven did not resolve is resolved for all images together.
 */
final class ImageArtifacts {

    /** In an artifact's place, what is not on Maven's class path: its scope and the like are these. */
    private static final String SCOPE = "runtime";

    private final Map<Coordinates, ProjectArtifact> resolved = new LinkedHashMap<>();
    private final List<PlatformRule> rules;
    private final Function<Coordinates, Boolean> isModule;
    private final Map<VariantInput, List<Swapped>> swapped = new LinkedHashMap<>();
    private final Map<VariantInput, List<LeftOut>> excluded = new LinkedHashMap<>();

    /** What an artifact is on a platform. */
    private record Place(Swapped swapped, Choice choice, Optional<WantedSibling> wanted) {}

    /** The artifacts of an image on a platform, and those of Maven's class path that it does not have. */
    record Chosen(List<ProjectArtifact> artifacts, List<LeftOut> leftOut) {}

    /** Takes Maven's class path in its order. */
    ImageArtifacts(List<ProjectArtifact> artifacts, List<PlatformRule> rules, Function<Coordinates, Boolean> isModule) {
        artifacts.forEach(artifact -> resolved.put(artifact.coordinates(), artifact));
        this.rules = rules;
        this.isModule = isModule;
    }

    /** Changes the class path as a variant says; a pattern that matches nothing is a mistake, but in a preview. */
    ImageArtifacts of(VariantInput variant, boolean preview) {
        ArtifactSwap.Applied applied = variant.artifacts().apply(List.copyOf(resolved.keySet()));
        swapped.put(variant, applied.artifacts());
        excluded.put(
                variant,
                applied.excluded().stream()
                        .map(artifact -> new LeftOut(artifact, "the variant leaves it out"))
                        .toList());
        if (!preview) {
            applied.unused().forEach(pattern -> unused(pattern, variant.place().at("artifacts")));
        }
        return this;
    }

    private static void unused(ArtifactPattern pattern, Reading place) {
        place.mistake(
                "artifact-unmatched",
                "The pattern " + Shown.quoted(pattern) + " of a variant matches no artifact of the class path.",
                "correct it, or remove it");
    }

    /**
     * Returns the artifacts of each variant on each of its platforms.
     *
     * @throws dev.layered.failure.LayeredFailure {@code artifact-foreign}, {@code artifact-none}, {@code sibling-none},
     *     {@code sibling-unresolved}
     */
    Map<VariantInput, Map<Platform, Chosen>> choose(Function<Set<WantedSibling>, Map<WantedSibling, Found>> resolving) {
        Map<VariantInput, Map<Platform, List<Place>>> places = new LinkedHashMap<>();
        Set<WantedSibling> wanted = new LinkedHashSet<>();
        swapped.forEach((variant, artifacts) -> {
            Map<Platform, List<Place>> byPlatform = new LinkedHashMap<>();
            variant.platforms().forEach(platform -> byPlatform.put(platform, places(artifacts, platform)));
            byPlatform
                    .values()
                    .forEach(all -> all.forEach(place -> place.wanted().ifPresent(wanted::add)));
            places.put(variant, byPlatform);
        });
        Map<WantedSibling, Found> found = wanted.isEmpty() ? Map.of() : resolving.apply(wanted);
        Map<VariantInput, Map<Platform, Chosen>> chosen = new LinkedHashMap<>();
        places.forEach((variant, byPlatform) -> {
            Map<Platform, Chosen> all = new LinkedHashMap<>();
            byPlatform.forEach((platform, some) -> all.put(platform, chosen(some, excluded.get(variant), found)));
            chosen.put(variant, all);
        });
        return chosen;
    }

    private List<Place> places(List<Swapped> artifacts, Platform platform) {
        List<Choice> choices =
                PlatformClassPath.of(artifacts.stream().map(Swapped::wanted).toList(), platform, rules);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Swapped artifact = artifacts.get(i);
            Choice choice = choices.get(i);
            String extension = extension(artifact);
            boolean isNew = choice.fit() != Fit.NONE && !resolved.containsKey(artifact.wanted());
            Optional<WantedSibling> added =
                    isNew ? Optional.of(WantedSibling.ofVariant(artifact, platform, extension)) : Optional.empty();
            places.add(new Place(
                    artifact,
                    choice,
                    WantedSibling.of(choice, platform, extension).or(() -> added)));
        }
        return places;
    }

    private String extension(Swapped artifact) {
        String type = artifact.wanted().type();
        return artifact.original()
                .map(resolved::get)
                .filter(original -> original.coordinates().type().equals(type))
                .map(ProjectArtifact::extension)
                .orElse(type.equals("test-jar") ? "jar" : type);
    }

    private Chosen chosen(List<Place> places, List<LeftOut> excludedBefore, Map<WantedSibling, Found> found) {
        List<ProjectArtifact> artifacts = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>(excludedBefore);
        for (Place place : places) {
            boolean isMissing = place.wanted().isPresent()
                    && !found.containsKey(place.wanted().get());
            Choice choice = isMissing ? place.choice().unfound() : place.choice();
            if (choice.fit() == Fit.NONE) {
                leftOut.add(new LeftOut(choice.artifact(), choice.reason()));
            } else {
                artifacts.add(place.wanted()
                        .map(wanted -> added(place, wanted, found.get(wanted)))
                        .orElseGet(() -> resolved.get(place.swapped().wanted()).because(origin(place))));
            }
        }
        return new Chosen(List.copyOf(artifacts), List.copyOf(leftOut));
    }

    private ProjectArtifact added(Place place, WantedSibling wanted, Found found) {
        String scope = place.swapped()
                .original()
                .map(original -> resolved.get(original).scope())
                .orElse(SCOPE);
        return ProjectArtifact.of(
                        found.coordinates(),
                        wanted.extension(),
                        scope,
                        isModule.apply(found.coordinates()),
                        found.file())
                .because(origin(place));
    }

    private static ArtifactOrigin origin(Place place) {
        boolean isForPlatform =
                place.choice().fit() == Fit.OWN || place.choice().fit() == Fit.SIBLING;
        Swapped swapped = place.swapped();
        boolean isMavens = swapped.original().filter(swapped.wanted()::equals).isPresent();
        if (isMavens && !isForPlatform) {
            return ArtifactOrigin.MAVEN;
        }
        String variant = isMavens
                ? ""
                : swapped.original()
                        .map(original -> "the variant has it in place of " + original)
                        .orElse("the variant adds it");
        String why = isForPlatform && !variant.isEmpty()
                ? variant + "; " + place.choice().reason()
                : variant + (isForPlatform ? place.choice().reason() : "");
        boolean isOther = place.choice().fit() == Fit.SIBLING || !isMavens;
        return new ArtifactOrigin(isForPlatform, isOther ? swapped.original() : Optional.empty(), why);
    }
}
