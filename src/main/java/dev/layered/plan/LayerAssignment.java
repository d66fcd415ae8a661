package dev.layered.plan;

import dev.layered.image.Platform;
import dev.layered.plan.Assignment.Reason;
import dev.layered.plan.LayerRule.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides who takes an artifact: the first rule that matches; then the layer of modules; then that of snapshots; then
 * the catch-all; then the layer of modules, if the groupId is that of one; then that of natives; then that of
 * dependencies. Every artifact lands in exactly one layer, or is in the base image. Pure.
 */
final class LayerAssignment {

    private final List<LayerRule> rules;
    private final Set<String> ownGroupIds;
    private final StandardPlaces places;
    private final Optional<LayerRule> catchAll;
    private final Map<LayerRule, Set<String>> broughtInBy = new HashMap<>();

    private LayerAssignment(List<LayerRule> rules, LayeringChoice layering) {
        this.ownGroupIds = layering.ownGroupIds();
        this.places = new StandardPlaces(layering.strategy(), rules);
        this.rules = rules.stream().filter(rule -> !rule.is(Trait.CATCH_ALL)).toList();
        this.catchAll = rules.stream().filter(rule -> rule.is(Trait.CATCH_ALL)).findFirst();
    }

    /** Returns one assignment for each artifact, in their order. */
    static List<Assignment> assign(PlanContents contents, Platform platform) {
        LayerAssignment assignment = new LayerAssignment(contents.rulesFor(platform), contents.layering());
        List<PlacedArtifact> placed = contents.classPath(platform).artifacts();
        assignment.follow(placed.stream().map(PlacedArtifact::artifact).toList(), contents.tree());
        return placed.stream()
                .map(one -> one.isInBase() ? inBase(one.artifact()) : assignment.of(one.artifact()))
                .toList();
    }

    /** Finds for each transitive rule what is in the tree only because of the artifacts that it is first to match. */
    private void follow(List<ProjectArtifact> artifacts, DependencyTree tree) {
        for (LayerRule rule : rules) {
            if (rule.is(Trait.TRANSITIVE)) {
                Set<String> matched = artifacts.stream()
                        .filter(artifact ->
                                firstMatch(artifact).filter(rule::equals).isPresent())
                        .map(artifact -> DependencyTree.id(artifact.inTree()))
                        .collect(Collectors.toSet());
                Set<String> alone = new HashSet<>(tree.reachedWithout(Set.of()));
                alone.removeAll(tree.reachedWithout(matched));
                broughtInBy.put(rule, alone);
            }
        }
    }

    private static Assignment inBase(ProjectArtifact artifact) {
        return new Assignment(artifact, Assignment.OF_BASE, Reason.BASE, Optional.empty(), List.of(), Optional.empty());
    }

    private Optional<LayerRule> firstMatch(ProjectArtifact artifact) {
        return rules.stream().filter(rule -> rule.matches(artifact)).findFirst();
    }

    private Assignment of(ProjectArtifact artifact) {
        List<LayerRule> takers = rules.stream()
                .filter(rule -> rule.matches(artifact) || isBroughtInBy(rule, artifact))
                .toList();
        List<String> names =
                new ArrayList<>(takers.stream().map(LayerRule::name).toList());
        if (!takers.isEmpty()) {
            LayerRule taker = firstMatch(artifact).orElse(takers.get(0));
            names.remove(taker.name());
            Reason reason = taker.matches(artifact) ? Reason.RULE : Reason.TRANSITIVE;
            return new Assignment(artifact, taker.name(), reason, Optional.of(taker), names, Optional.empty());
        }
        if (artifact.isModule()) {
            return standard(artifact, StandardLayer.MODULES, Reason.MODULE);
        }
        if (artifact.isSnapshot()) {
            return standard(artifact, StandardLayer.SNAPSHOTS, Reason.SNAPSHOT);
        }
        return catchAll.filter(rule -> rule.matches(artifact))
                .map(rule -> new Assignment(artifact, rule.name(), Reason.CATCH_ALL, catchAll, names, Optional.empty()))
                .orElseGet(() -> rest(artifact));
    }

    private Assignment rest(ProjectArtifact artifact) {
        if (ownGroupIds.contains(artifact.coordinates().groupId())) {
            return standard(artifact, StandardLayer.MODULES, Reason.IN_HOUSE);
        }
        return artifact.origin().isForPlatform()
                ? standard(artifact, StandardLayer.NATIVES, Reason.NATIVE)
                : standard(artifact, StandardLayer.DEPENDENCIES, Reason.REST);
    }

    private boolean isBroughtInBy(LayerRule rule, ProjectArtifact artifact) {
        return rule.scopes().contains(artifact.scope())
                && rule.excludes().stream().noneMatch(p -> p.matches(artifact.coordinates()))
                && broughtInBy.getOrDefault(rule, Set.of()).contains(DependencyTree.id(artifact.inTree()));
    }

    private Assignment standard(ProjectArtifact artifact, StandardLayer layer, Reason reason) {
        return new Assignment(
                artifact, places.of(layer.layerName()), reason, Optional.empty(), List.of(), Optional.empty());
    }
}
