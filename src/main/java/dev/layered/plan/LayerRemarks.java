package dev.layered.plan;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.layering.Division;
import dev.layered.plan.LayerRule.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What is worth saying about the layers of an image: of those that a user's rules make, what in them makes the rest new
 * with it, and of all, which are big.
 */
public final class LayerRemarks {

    /** What lies above a layer that changes often is worth a word from here on, in bytes. */
    private static final long WORTH_A_WORD = 10 * Division.SMALL;

    private final Map<String, Problem> remarks = new LinkedHashMap<>();

    private LayerRemarks() {}

    /**
     * Returns a {@code layer-snapshot}, {@code layer-own-code}, {@code layer-active} or {@code layer-large} for each
     * layer that deserves it, once for all platforms.
     *
     * @param most bytes of the files of a layer that the user wants to hear nothing of
     */
    public static List<Problem> on(List<PlatformPlan> plans, OptionalLong most) {
        LayerRemarks all = new LayerRemarks();
        for (PlatformPlan plan : plans) {
            plan.layers().forEach(layer -> all.lookInto(layer, plan));
            most.ifPresent(limit -> plan.layers().forEach(layer -> all.weigh(layer, limit)));
        }
        return List.copyOf(all.remarks.values());
    }

    private void lookInto(PlannedLayer layer, PlatformPlan plan) {
        List<Assignment> inside = plan.in(layer.name());
        Optional<LayerRule> rule = inside.stream()
                .flatMap(assignment -> assignment.rule().stream())
                .filter(taker -> !taker.is(Trait.PLACE))
                .findFirst();
        rule.ifPresent(taker -> {
            lookInside(layer, inside, taker);
            lookAbove(layer, plan, taker);
        });
    }

    private void lookInside(PlannedLayer layer, List<Assignment> inside, LayerRule rule) {
        List<String> ownClasses = layer.paths().stream()
                .filter(path -> path.endsWith(".class"))
                .map(path -> "/" + path)
                .toList();
        List<Assignment> others = without(inside, ProjectArtifact::isModule);
        List<Assignment> released = without(others, ProjectArtifact::isSnapshot);
        List<String> own = new ArrayList<>(names(inside, ProjectArtifact::isModule));
        own.addAll(ownClasses);
        List<String> snapshots = names(others, ProjectArtifact::isSnapshot);
        if (!own.isEmpty() && bytes(released) >= Division.SMALL) {
            remark(new Problem(
                    "layer-own-code",
                    holds(layer, "code of the project", own, released),
                    rule.place(),
                    "exclude it from the rule: the project's modules and classes have layers above the dependencies"));
        }
        if (!snapshots.isEmpty() && bytes(released) >= Division.SMALL) {
            remark(new Problem(
                    "layer-snapshot",
                    holds(layer, "snapshots", snapshots, released),
                    rule.place(),
                    "exclude them from the rule: snapshots have a layer above the released dependencies"));
        }
    }

    private static String holds(PlannedLayer layer, String what, List<String> some, List<Assignment> released) {
        return "The layer " + Shown.quoted(layer.name()) + " holds " + what + ", " + Shown.list(some)
                + ", and with each change of these " + size(bytes(released))
                + " of released artifacts are new with it.";
    }

    /** Released artifacts above a layer that changes often are fetched again with it where hosts keep beginnings only. */
    private void lookAbove(PlannedLayer layer, PlatformPlan plan, LayerRule rule) {
        List<String> active =
                names(plan.in(layer.name()), artifact -> artifact.member().changesOften());
        if (active.isEmpty()) {
            return;
        }
        int place = plan.layers().indexOf(layer);
        long above = plan.layers().stream()
                .skip(place + 1L)
                .map(higher -> plan.in(higher.name()))
                .filter(LayerRemarks::isSteady)
                .mapToLong(LayerRemarks::bytes)
                .sum();
        if (above >= WORTH_A_WORD) {
            remark(new Problem(
                    "layer-active",
                    "The layer " + Shown.quoted(layer.name()) + " holds " + Shown.list(active)
                            + ", by the version often released, and lies below " + size(above)
                            + " that seldom change: a host that keeps a layer only with those below fetches these too.",
                    rule.place(),
                    "move the <depLayer> behind those that seldom change, or give what changes one of its own there"));
        }
    }

    private static boolean isSteady(List<Assignment> inside) {
        return !inside.isEmpty()
                && inside.stream()
                        .map(Assignment::artifact)
                        .noneMatch(artifact -> artifact.isModule()
                                || artifact.isSnapshot()
                                || artifact.member().changesOften());
    }

    private void weigh(PlannedLayer layer, long most) {
        long bytes = FileBytes.of(layer);
        if (bytes > most) {
            remark(new Problem(
                    "layer-large",
                    "The layer " + Shown.quoted(layer.name()) + " holds " + size(bytes) + ", more than " + size(most)
                            + ".",
                    "<limits><layerSizeWarn>",
                    "divide it by a <depLayer>, leave out what is not needed, or raise the limit"));
        }
    }

    private void remark(Problem problem) {
        remarks.putIfAbsent(problem.what(), problem);
    }

    private static List<Assignment> without(List<Assignment> inside, Predicate<ProjectArtifact> left) {
        return inside.stream()
                .filter(assignment -> !left.test(assignment.artifact()))
                .toList();
    }

    private static List<String> names(List<Assignment> inside, Predicate<ProjectArtifact> wanted) {
        return inside.stream()
                .map(Assignment::artifact)
                .filter(wanted)
                .map(artifact -> Shown.quoted(artifact.coordinates()))
                .toList();
    }

    private static long bytes(List<Assignment> inside) {
        return inside.stream()
                .mapToLong(assignment -> Math.max(0, assignment.artifact().bytes()))
                .sum();
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < WORTH_A_WORD ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }
}
