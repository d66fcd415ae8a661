package dev.layered.plan;

import dev.layered.layering.LayerGroup;
import dev.layered.layering.LayerTitles;
import dev.layered.layering.Member;
import dev.layered.plan.Assignment.Reason;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.LayeringChoice.Strategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Divides layers that hold many artifacts: what no rule takes, modules, and what a rule takes one by one.
 *
 * <p>Done once for the artifacts of all platforms, so that what is the same on several is the same layer there.
 */
final class LayerShares {

    /** What the artifact's layer is called, and why it is one. */
    private record Share(String layer, LayerGroup group) {}

    private final Map<Whole, Map<Member, Share>> shares = new LinkedHashMap<>();

    /** The layers that stand in the place of one. */
    private final Map<String, Set<String>> standing = new HashMap<>();

    private LayerShares() {}

    /**
     * Divides.
     *
     * @param platforms the assignments of each
     * @param base layers of the base image that has the most
     */
    static LayerShares of(PlanContents contents, List<List<Assignment>> platforms, int base) {
        LayeringChoice choice = contents.layering();
        Map<Whole, Set<Member>> wholes = new HashMap<>();
        Set<String> fixed = new TreeSet<>(contents.layerNames());
        platforms.stream()
                .flatMap(List::stream)
                .filter(one -> one.reason() != Reason.BASE)
                .forEach(assignment -> {
                    if (isDivided(assignment, choice)) {
                        wholes.computeIfAbsent(Whole.of(assignment), whole -> new TreeSet<>())
                                .add(assignment.artifact().member());
                    } else {
                        fixed.add(assignment.layer());
                    }
                });
        int kept = wholes.keySet().stream().mapToInt(Whole::least).sum();
        LayerBudget budget = new LayerBudget(choice, base, fixed.size(), kept);
        LayerShares shares = new LayerShares();
        LayerTitles titles = new LayerTitles(taken(contents));
        Stream.concat(
                        Stream.of(Whole.MODULES, Whole.REST, Whole.NATIVES),
                        contents.rules().stream().map(rule -> new Whole(rule.name(), true)))
                .filter(wholes::containsKey)
                .forEach(whole -> shares.name(whole, whole.divide(wholes.get(whole), choice, budget), titles));
        shares.standing.forEach((layer, names) -> {
            if (fixed.contains(layer)) {
                names.add(layer); // above what became of the others that stood in it
            }
        });
        return shares;
    }

    private static boolean isDivided(Assignment assignment, LayeringChoice choice) {
        boolean standard = assignment.reason() != Reason.SNAPSHOT && choice.strategy() != Strategy.TWO;
        return assignment.rule().map(rule -> rule.is(Trait.PER_ARTIFACT)).orElse(standard);
    }

    private static Set<String> taken(PlanContents contents) {
        Set<String> taken = new TreeSet<>(contents.layerNames());
        contents.rules().forEach(rule -> taken.add(rule.name()));
        Stream.of(StandardLayer.values()).forEach(layer -> taken.add(layer.layerName()));
        return taken;
    }

    /** Gives out names in the order of labels, so that sizes do not decide who of two gets the number. */
    private void name(Whole whole, List<LayerGroup> groups, LayerTitles titles) {
        Map<LayerGroup, String> names = new HashMap<>();
        groups.stream()
                .sorted(Comparator.comparing(LayerGroup::label)
                        .thenComparing(group -> group.members().iterator().next()))
                .forEach(group -> {
                    String wanted = whole.title(group, groups);
                    names.put(group, wanted.equals(whole.layer()) ? wanted : titles.title(wanted));
                });
        Map<Member, Share> own = new HashMap<>();
        Set<String> inPlace = standing.computeIfAbsent(whole.layer(), layer -> new LinkedHashSet<>());
        for (LayerGroup group : groups) {
            inPlace.add(names.get(group));
            group.members().forEach(member -> own.put(member, new Share(names.get(group), group)));
        }
        shares.put(whole, own);
    }

    /** Returns the assignment to the layer that became of the one assigned. */
    Assignment share(Assignment assignment) {
        Member member = assignment.artifact().member();
        Share share = shares.getOrDefault(Whole.of(assignment), Map.of()).get(member);
        return share == null ? assignment : assignment.in(share.layer(), share.group(), member);
    }

    /** Returns the layers that stand where one of that name would, lowest first. */
    List<String> inPlaceOf(String layer) {
        return new ArrayList<>(standing.getOrDefault(layer, Set.of(layer)));
    }
}
