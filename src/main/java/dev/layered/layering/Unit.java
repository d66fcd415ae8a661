package dev.layered.layering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Artifacts that always stay together.
 *
 * @param label what they have in common
 * @param members in the order of their coordinates, at least one
 * @param chance that one of them changes from one image to the next, above 0 and below 1
 */
record Unit(String label, List<Member> members, long bytes, double chance) {

    /** The biggest first; equal ones by their coordinates, so that the order of the artifacts decides nothing. */
    static final Comparator<Unit> BIGGEST_FIRST =
            Comparator.comparingLong(Unit::bytes).reversed().thenComparing(Unit::first);

    /**
     * What a host that keeps layers only together with those below it is to find lowest: the layer that would cost most
     * to send again, and will most probably not change. Exchanging two neighbours that stand otherwise never costs less.
     */
    static final Comparator<Unit> LOWEST_FIRST =
            Comparator.comparingDouble(Unit::worth).reversed().thenComparing(Unit::first);

    /** Returns those of each name as one unit, the biggest first. */
    static List<Unit> of(
            Collection<Member> members, Function<Member, String> together, Function<Member, String> label) {
        Map<String, TreeSet<Member>> byName = new TreeMap<>();
        members.forEach(member -> byName.computeIfAbsent(together.apply(member), name -> new TreeSet<>())
                .add(member));
        List<Unit> units = new ArrayList<>();
        byName.values()
                .forEach(all -> units.add(new Unit(
                        label.apply(all.first()),
                        List.copyOf(all),
                        all.stream().mapToLong(Member::bytes).sum(),
                        Pace.chance(List.copyOf(all)))));
        units.sort(BIGGEST_FIRST);
        return units;
    }

    private Member first() {
        return members.get(0);
    }

    private double worth() {
        return bytes * (1 - chance) / chance;
    }
}
