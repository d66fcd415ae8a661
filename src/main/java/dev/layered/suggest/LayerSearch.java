package dev.layered.suggest;

import dev.layered.layering.Division;
import dev.layered.plan.ProjectArtifact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Looks for a few layers that would have cost little: begins with a layer for each groupId and merges, again and again,
 * the two that cost least together. What is too small to be named begins in the catch-all.
 */
final class LayerSearch {

    private final List<PastImage> images;
    private final Set<String> house = new HashSet<>();

    /**
     * Begins.
     *
     * @param images the present one last
     * @param house groupIds of the source tree, whose artifacts have layers of their own
     */
    LayerSearch(List<PastImage> images, Set<String> house) {
        this.images = images;
        this.house.addAll(house);
        images.forEach(image -> this.house.addAll(image.house()));
    }

    /** Returns at most so many layers, lowest first; the last one, which may be empty, is the catch-all. */
    List<GroupHistory> layers(int most) {
        List<GroupHistory> layers = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        for (String groupId : groupIds(images.get(images.size() - 1))) {
            GroupHistory group = history(List.of(groupId), groupId::equals);
            if (group.present() >= Division.SMALL) {
                layers.add(group);
                named.add(groupId);
            }
        }
        GroupHistory all = history(List.of(), groupId -> true);
        layers.add(history(List.of(), groupId -> !named.contains(groupId)).above(all.changes()));
        while (merge(layers, layers.size() > most)) {}
        layers.sort(Comparator.<GroupHistory, Boolean>comparing(
                        layer -> layer.groupIds().isEmpty())
                .thenComparing(Comparator.comparingDouble(GroupHistory::worth).reversed())
                .thenComparing(layer -> String.join(" ", layer.groupIds())));
        return layers;
    }

    /** Merges the two that cost least together, where that saves anything or must be done; says whether it did. */
    private static boolean merge(List<GroupHistory> layers, boolean must) {
        GroupHistory best = null;
        double least = must ? Double.MAX_VALUE : 0;
        int first = 0;
        int second = 0;
        for (int i = 0; i < layers.size(); i++) {
            for (int j = i + 1; j < layers.size(); j++) {
                if (!must && layers.get(j).groupIds().isEmpty()) {
                    continue; // nothing goes on top without need
                }
                GroupHistory both = layers.get(i).with(layers.get(j));
                double more = both.cost() - layers.get(i).cost() - layers.get(j).cost();
                if (more < least) {
                    best = both;
                    least = more;
                    first = i;
                    second = j;
                }
            }
        }
        if (best == null) {
            return false;
        }
        layers.set(first, best);
        layers.remove(second);
        return true;
    }

    /** Returns the groupId that has most bytes in the present image. */
    String biggest(List<String> groupIds) {
        return groupIds.stream()
                .max(Comparator.comparingLong(
                        groupId -> history(List.of(groupId), groupId::equals).present()))
                .orElseThrow();
    }

    private GroupHistory history(List<String> groupIds, Predicate<String> wanted) {
        return GroupHistory.of(
                groupIds,
                images.stream()
                        .map(image -> image.artifacts().stream()
                                .filter(past -> isDivided(past.artifact()))
                                .filter(past -> wanted.test(
                                        past.artifact().coordinates().groupId()))
                                .toList())
                        .toList());
    }

    private Set<String> groupIds(PastImage image) {
        Set<String> groupIds = new TreeSet<>();
        image.artifacts().stream()
                .map(PastArtifact::artifact)
                .filter(this::isDivided)
                .forEach(artifact -> groupIds.add(artifact.coordinates().groupId()));
        return groupIds;
    }

    private boolean isDivided(ProjectArtifact artifact) {
        return !artifact.isModule()
                && !artifact.isSnapshot()
                && !house.contains(artifact.coordinates().groupId());
    }

    /** Whether an artifact of the present image with that groupId is a snapshot, which a pattern would take along. */
    boolean hasSnapshot(String groupId) {
        return images.get(images.size() - 1).artifacts().stream()
                .map(PastArtifact::artifact)
                .anyMatch(artifact -> artifact.isSnapshot()
                        && artifact.coordinates().groupId().equals(groupId));
    }
}
