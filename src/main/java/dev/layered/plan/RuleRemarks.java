package dev.layered.plan;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.layering.Division;
import dev.layered.plan.LayerRule.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What is worth saying about a user's rules once it is known what each took. */
public final class RuleRemarks {

    private static final long SMALL_LAYER = Division.SMALL;

    /** A zip without entries has this size, in bytes. */
    private static final long EMPTY_ZIP = 22;

    private final List<LayerRule> rules;
    private final List<PlatformPlan> plans;

    private RuleRemarks(List<LayerRule> rules, List<PlatformPlan> plans) {
        this.rules = rules;
        this.plans = plans;
    }

    /** Returns the remarks on these rules and what became of them. */
    public static RuleRemarks on(List<LayerRule> rules, List<PlatformPlan> plans) {
        return new RuleRemarks(rules, plans);
    }

    /** Returns everything that deserves a warning. */
    public List<Problem> all() {
        List<Problem> all = new ArrayList<>(unused());
        all.addAll(small());
        all.addAll(emptyArtifacts());
        return all;
    }

    /** Returns {@code rule-unused} or {@code rule-shadowed} of each rule that takes nothing on any platform. */
    public List<Problem> unused() {
        List<Problem> unused = new ArrayList<>();
        for (LayerRule rule : rules) {
            boolean taken = !assignments(assignment -> assignment.undivided().equals(rule.name()))
                    .isEmpty();
            boolean mayBeEmpty = rule.is(Trait.OPTIONAL) || rule.is(Trait.CATCH_ALL) || rule.is(Trait.PLACE);
            if (!taken && !mayBeEmpty) {
                unused.add(unused(rule));
            }
        }
        return unused;
    }

    private Problem unused(LayerRule rule) {
        List<PlatformPlan> meant =
                plans.stream().filter(plan -> rule.isFor(plan.platform())).toList();
        if (meant.isEmpty()) {
            return new Problem(
                    "rule-unused",
                    "The rule " + Shown.quoted(rule.name()) + " is for " + Shown.list(rule.platforms())
                            + ", and no image is built for them.",
                    rule.place(),
                    "add the platform to <from><platforms>, remove the rule, or set <optional>true</optional>");
        }
        Set<String> takers = new LinkedHashSet<>();
        new RuleRemarks(rules, meant)
                .assignments(assignment -> rule.matches(assignment.artifact()))
                .forEach(assignment -> takers.add(Shown.quoted(assignment.undivided())));
        if (takers.isEmpty()) {
            return new Problem(
                    "rule-unused",
                    "The rule " + Shown.quoted(rule.name()) + " matches no artifact of the class path.",
                    rule.place(),
                    "correct its patterns or scopes, remove it, or set <optional>true</optional>");
        }
        return new Problem(
                "rule-shadowed",
                "The rule " + Shown.quoted(rule.name()) + " takes nothing: all that it matches goes to "
                        + Shown.list(takers) + ".",
                rule.place(),
                "put it before the rules that take its artifacts, or remove it");
    }

    /** Returns one {@code rule-small} that names each layer of a rule whose files are small. */
    List<Problem> small() {
        List<LayerRule> small = rules.stream()
                .filter(rule -> !rule.is(Trait.OPTIONAL) && !rule.is(Trait.PLACE))
                .filter(rule -> largest(rule) > 0 && largest(rule) < SMALL_LAYER)
                .toList();
        if (small.isEmpty()) {
            return List.of();
        }
        List<String> names = small.stream()
                .map(rule -> Shown.quoted(rule.name()) + " (" + largest(rule) / 1000 + " kB)")
                .toList();
        return List.of(new Problem(
                "rule-small",
                (names.size() == 1 ? "This layer holds" : "These layers hold") + " less than " + SMALL_LAYER / 1000
                        + " kB: " + Shown.list(names) + ".",
                small.get(0).place(),
                "let one rule take the artifacts of several, or set <optional>true</optional> if it is meant so"));
    }

    private long largest(LayerRule rule) {
        return plans.stream()
                .mapToLong(plan -> plan.assignments().stream()
                        .filter(assignment -> assignment.undivided().equals(rule.name()))
                        .mapToLong(assignment -> size(assignment.artifact()))
                        .sum())
                .max()
                .orElse(0);
    }

    /** Returns an {@code artifact-empty} of each artifact whose file holds nothing. */
    List<Problem> emptyArtifacts() {
        Map<String, Problem> empty = new LinkedHashMap<>();
        assignments(assignment -> size(assignment.artifact()) <= EMPTY_ZIP).forEach(assignment -> {
            String coordinates = assignment.artifact().coordinates().toString();
            empty.put(
                    coordinates,
                    new Problem(
                            "artifact-empty",
                            "The artifact " + Shown.quoted(coordinates) + " is empty.",
                            assignment.artifact().file().toString(),
                            "build or fetch it again, or exclude the dependency"));
        });
        return List.copyOf(empty.values());
    }

    /** Returns a sentence for each pair of rules that match the same artifacts, of which the first one takes them. */
    public List<String> overlaps() {
        Map<String, Set<String>> byPair = new LinkedHashMap<>();
        assignments(assignment -> assignment.rule().isPresent())
                .forEach(assignment -> assignment
                        .alsoMatching()
                        .forEach(later -> byPair.computeIfAbsent(
                                        Shown.quoted(later) + " also matches what "
                                                + Shown.quoted(assignment.undivided()) + " takes: ",
                                        pair -> new LinkedHashSet<>())
                                .add(assignment.artifact().coordinates().toString())));
        return byPair.entrySet().stream()
                .map(pair -> "The rule " + pair.getKey() + Shown.list(pair.getValue()) + ".")
                .toList();
    }

    private List<Assignment> assignments(Predicate<Assignment> wanted) {
        return plans.stream()
                .flatMap(plan -> plan.assignments().stream())
                .filter(wanted)
                .toList();
    }

    private static long size(ProjectArtifact artifact) {
        boolean isUnreadable = artifact.bytes() == ProjectArtifact.UNREADABLE; // that is told when it is read
        return isUnreadable ? SMALL_LAYER : artifact.bytes();
    }
}
