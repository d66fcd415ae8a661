package dev.layered.plan;

import dev.layered.layering.Division;
import dev.layered.layering.LayerGroup;
import dev.layered.layering.LayerGroup.Kind;
import dev.layered.layering.Member;
import dev.layered.plan.LayeringChoice.Strategy;
import java.util.List;
import java.util.Set;

/**
 * A layer that holds many artifacts, until it is divided into layers.
 *
 * @param layer its name
 * @param byRule whether a rule names it
 */
record Whole(String layer, boolean byRule) {

    /** The dependencies that no rule takes. */
    static final Whole REST = new Whole(StandardLayer.DEPENDENCIES.layerName(), false);

    /** Artifacts for one platform alone that no rule takes. */
    static final Whole NATIVES = new Whole(StandardLayer.NATIVES.layerName(), false);

    /** The modules, and what else comes from the same house. */
    static final Whole MODULES = new Whole(StandardLayer.MODULES.layerName(), false);

    /** Fewer layers than that divide dependencies so badly that others give way before. */
    private static final int FEW = 4;

    /** Returns the one that the artifact stands in. */
    static Whole of(Assignment assignment) {
        return new Whole(assignment.layer(), assignment.rule().isPresent());
    }

    /** Returns how many layers others leave it in any case. */
    int least() {
        return equals(REST) ? FEW : 1;
    }

    /** Returns the layers that become of it, lowest first, and takes them from the budget. */
    List<LayerGroup> divide(Set<Member> members, LayeringChoice choice, LayerBudget budget) {
        List<LayerGroup> groups;
        if (equals(MODULES)) {
            int wish = choice.maxModuleLayers();
            int most = budget.allowed(wish, least());
            groups = Division.bySize(members, most, budget.limit(most, wish, "<layering><maxModuleLayers>"));
        } else {
            int wish = byRule ? choice.imageLayers() : choice.maxLayers();
            int most = budget.allowed(wish, least());
            String limit = budget.limit(most, wish, byRule ? "<limits><imageLayers>" : "<layering><maxLayers>");
            groups = isByGroupId(choice)
                    ? Division.byGroupId(members, most, limit)
                    : Division.byArtifact(members, most, limit);
        }
        budget.take(groups.size(), least());
        return groups;
    }

    private boolean isByGroupId(LayeringChoice choice) {
        return (equals(REST) || equals(NATIVES)) && choice.strategy() == Strategy.AUTO;
    }

    /** Returns what one of its layers would best be called; the layer's own name where that fits. */
    String title(LayerGroup group, List<LayerGroup> all) {
        if (all.size() == 1 || group.label().isEmpty()) {
            return layer;
        }
        return equals(REST) && group.kind() != Kind.SHARED ? group.label() : layer + "-" + group.label();
    }
}
