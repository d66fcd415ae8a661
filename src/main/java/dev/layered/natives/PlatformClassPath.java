package dev.layered.natives;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.natives.Choice.Fit;
import dev.layered.plan.Coordinates;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides for each artifact of a class path whether it goes into images of a platform, or what stands in its place. */
public final class PlatformClassPath {

    private final List<Coordinates> classPath;
    private final Platform platform;
    private final List<PlatformRule> rules;
    private final Map<List<String>, Slot> slots = new HashMap<>();
    private final Set<String> replacing = new HashSet<>();
    private final Mistakes mistakes = new Mistakes();

    private PlatformClassPath(List<Coordinates> classPath, Platform platform, List<PlatformRule> rules) {
        this.classPath = classPath;
        this.platform = platform;
        this.rules = rules;
    }

    /** An artifact for another platform, with the rule for it. */
    private record Foreign(NamedArtifact named, Optional<PlatformRule> rule, String names) {}

    /**
     * Returns what becomes of each artifact, in the order of the class path.
     *
     * @param rules the first that matches an artifact decides; where none does, what its name says
     * @throws LayeredFailure {@code artifact-foreign}
     */
    public static List<Choice> of(List<Coordinates> classPath, Platform platform, List<PlatformRule> rules) {
        PlatformClassPath path = new PlatformClassPath(classPath, platform, rules);
        path.fillSlots();
        List<Choice> choices = classPath.stream().map(path::choice).toList();
        path.mistakes.throwIfAny();
        return choices;
    }

    private Optional<PlatformRule> rule(Coordinates artifact) {
        return rules.stream().filter(rule -> rule.matches(artifact, platform)).findFirst();
    }

    private void fillSlots() {
        for (Coordinates artifact : classPath) {
            boolean isRuled = rule(artifact)
                    .filter(rule -> switch (rule.use()) {
                        case KEEP, SKIP -> true;
                        case OTHER -> isReplaced(artifact, rule);
                        case FAIL -> false;
                    })
                    .isPresent();
            NamedArtifact.of(artifact)
                    .filter(named -> !isRuled)
                    .ifPresent(named -> slots.merge(named.slot(), Slot.of(named, isOwn(named), platform), Slot::with));
        }
    }

    /** Some families spell two variants of an architecture alike. */
    private boolean isOwn(NamedArtifact named) {
        return named.name().isFor(platform) || named.siblings(platform).contains(named.artifact());
    }

    /** A rule for all platforms does not mean what is for this one already. */
    private boolean isReplaced(Coordinates artifact, PlatformRule rule) {
        boolean isOwn = NamedArtifact.of(artifact).filter(this::isOwn).isPresent();
        return rule.isReplacing() && !(rule.platforms().isEmpty() && isOwn);
    }

    private Choice choice(Coordinates artifact) {
        Optional<PlatformRule> rule = rule(artifact);
        String by = rule.map(PlatformRule::place).orElse("");
        Optional<NamedArtifact> named = NamedArtifact.of(artifact);
        if (rule.filter(found -> found.use() == PlatformRule.Use.KEEP).isPresent()) {
            return new Choice(Fit.SAME, artifact, "kept by the rule " + by);
        }
        if (rule.filter(found -> found.use() == PlatformRule.Use.SKIP).isPresent()) {
            return new Choice(Fit.NONE, artifact, "left out by the rule " + by);
        }
        if (rule.filter(found -> isReplaced(artifact, found)).isPresent()) {
            if (rule.get().replacement().isOf(artifact)) {
                return new Choice(Fit.SAME, artifact, "it is what the rule " + by + " names");
            }
            Coordinates other = rule.get().replacement().of(artifact);
            String what =
                    named.map(found -> ", which is for " + found.name().shown()).orElse("");
            return sibling(artifact, List.of(other), rule.get().mayBeMissing(), what + ", by the rule " + by)
                    .by(by);
        }
        if (BoundArtifacts.areNotFor(artifact, platform.os())) {
            String names = named.map(PlatformClassPath::names).orElse("it is for another operating system");
            failWhereRuled(artifact, rule, names);
            return new Choice(
                    Fit.NONE,
                    artifact,
                    names + ", and " + artifact.groupId() + ":" + artifact.artifactId() + " has no artifact for "
                            + platform.os());
        }
        return named.map(found -> isOwn(found)
                        ? new Choice(Fit.OWN, artifact, "it is for " + platform)
                        : foreign(new Foreign(found, rule, names(found))))
                .orElseGet(() -> new Choice(Fit.SAME, artifact, "it names no platform"));
    }

    private static String names(NamedArtifact named) {
        return (named.isInArtifactId() ? "its artifactId names " : "its classifier names ")
                + named.name().shown();
    }

    private Choice foreign(Foreign foreign) {
        Coordinates artifact = foreign.named().artifact();
        Slot slot = slots.get(foreign.named().slot());
        if (slot.own().isPresent()) {
            String own = ", and " + slot.own().get() + " is for " + platform;
            return new Choice(Fit.NONE, artifact, foreign.names() + own);
        }
        failWhereRuled(artifact, foreign.rule(), foreign.names());
        if (!slot.first().equals(artifact)) {
            String first = ", and the artifact for " + platform + " goes in in place of " + slot.first();
            return new Choice(Fit.NONE, artifact, foreign.names() + first);
        }
        boolean mayBeMissing = foreign.rule()
                .map(PlatformRule::mayBeMissing)
                .orElse(slot.isOfOtherSystems() && !foreign.named().isKnown());
        String by = foreign.rule().map(rule -> ", by the rule " + rule.place()).orElse("");
        String what = ", which is for " + foreign.named().name().shown() + by;
        return sibling(artifact, foreign.named().siblings(platform), mayBeMissing, what);
    }

    private Choice sibling(Coordinates artifact, List<Coordinates> candidates, boolean mayBeMissing, String what) {
        String inPlace = "in place of " + artifact + what;
        Set<String> there = new HashSet<>();
        classPath.stream().filter(other -> !other.equals(artifact)).forEach(other -> there.add(unversioned(other)));
        for (Coordinates candidate : candidates) {
            if (there.contains(unversioned(candidate))) {
                return new Choice(Fit.NONE, artifact, inPlace + ", " + candidate + " is on the class path already");
            }
        }
        if (!replacing.add(unversioned(candidates.get(0)))) {
            return new Choice(Fit.NONE, artifact, inPlace + ", " + candidates.get(0) + " goes in already");
        }
        return new Choice(Fit.SIBLING, artifact, candidates, mayBeMissing, inPlace, Optional.empty());
    }

    private static String unversioned(Coordinates artifact) {
        return String.join(":", artifact.groupId(), artifact.artifactId(), artifact.type(), artifact.classifier());
    }

    private void failWhereRuled(Coordinates artifact, Optional<PlatformRule> rule, String names) {
        rule.filter(found -> found.use() == PlatformRule.Use.FAIL)
                .ifPresent(found -> mistakes.add(new Problem(
                        "artifact-foreign",
                        "The artifact " + Shown.quoted(artifact) + " is not for " + platform + ": " + names + ".",
                        found.place(),
                        "add the one for " + platform + " to the dependencies, or let the plugin find it by"
                                + " <use>other</use>")));
    }
}
