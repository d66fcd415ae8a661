package dev.layered.layering;

import dev.layered.layering.LayerGroup.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides artifacts into at most so many layers. What comes of it depends on the artifacts alone, not on their order or
 * on what was built before; a layer's content depends on its members alone.
 *
 * <p>Decision 0015 says why it is done like this, with figures.
 */
public final class Division {

    /** Below this a layer costs a request and saves nothing worth it, in bytes. */
    public static final long SMALL = 100_000;

    private static final long MEGABYTE = 1_000_000;
    private static final long TENTH_OF_A_MEGABYTE = 100_000;

    /** As many as there are paces. */
    private static final int SHARED_LAYERS = Pace.values().length;

    private final List<Unit> units;
    private final Kind kind;
    private final int alone;
    private final String reach;

    /** Explains that of these units, the biggest first, so many have a layer each. */
    private Division(List<Unit> units, Kind kind, int alone, String reach) {
        this.units = units;
        this.kind = kind;
        this.alone = alone;
        this.reach = reach;
    }

    /**
     * Divides by groupId: the biggest have a layer each, lowest the one that would cost most to send again and changes
     * least; the others share up to three on top, by how often they change. One whose version changes makes at most
     * three layers new; so does one that comes or goes.
     *
     * @param most layers, at least 1
     * @param limit why no more, as part of a sentence
     * @return the layers, lowest first
     */
    public static List<LayerGroup> byGroupId(Collection<Member> members, int most, String limit) {
        List<Unit> units = Unit.of(members, Member::groupId, Member::groupId);
        int shared = most > SHARED_LAYERS ? SHARED_LAYERS : 1;
        int big = (int) units.stream().filter(unit -> unit.bytes() >= SMALL).count();
        int alone = Math.min(big, most - shared);
        String reach = alone == big
                ? "each groupId of " + size(SMALL) + " or more has a layer"
                : biggest(alone, units, Kind.GROUP_ID, limit);
        Division division = new Division(units, Kind.GROUP_ID, alone, reach);
        boolean apart =
                shared > 1 && units.stream().skip(alone).mapToLong(Unit::bytes).sum() >= SMALL;
        return division.layers(Unit.LOWEST_FIRST, apart);
    }

    /**
     * Gives each artifact a layer, in the same order; where they are more than layers, the smallest share one on top.
     *
     * @param most layers, at least 1
     * @param limit why no more, as part of a sentence
     * @return the layers, lowest first
     */
    public static List<LayerGroup> byArtifact(Collection<Member> members, int most, String limit) {
        return each(members, most, limit, Unit.LOWEST_FIRST);
    }

    /**
     * Gives the biggest artifacts a layer each, the biggest lowest; where they are more than layers, the others share
     * one on top.
     *
     * @param most layers, at least 1
     * @param limit why no more, as part of a sentence
     * @return the layers, lowest first
     */
    public static List<LayerGroup> bySize(Collection<Member> members, int most, String limit) {
        return each(members, most, limit, Unit.BIGGEST_FIRST);
    }

    private static List<LayerGroup> each(Collection<Member> members, int most, String limit, Comparator<Unit> order) {
        List<Unit> units = Unit.of(members, Division::id, Member::artifactId);
        int alone = units.size() <= most ? units.size() : most - 1;
        String each = units.size() == 1 ? "" : "each artifact has a layer";
        String reach = alone == units.size() ? each : biggest(alone, units, Kind.ARTIFACT, limit);
        return new Division(units, Kind.ARTIFACT, alone, reach).layers(order, false);
    }

    private static String id(Member member) {
        return String.join(
                ":", member.groupId(), member.artifactId(), member.type(), member.classifier(), member.version());
    }

    private static String biggest(int alone, List<Unit> units, Kind kind, String limit) {
        return "the " + alone + " biggest of " + units.size() + " " + noun(kind) + " have a layer each, " + limit;
    }

    private List<LayerGroup> layers(Comparator<Unit> order, boolean apart) {
        List<LayerGroup> layers = new ArrayList<>();
        units.stream()
                .limit(alone)
                .sorted(order)
                .forEach(unit -> layers.add(group(kind, unit.label(), reach, List.of(unit))));
        List<Unit> small = units.subList(alone, units.size());
        if (!apart && !small.isEmpty()) {
            layers.add(group(Kind.SHARED, "", reach + "; the others share this one", small));
        } else if (apart) {
            Map<Pace, List<Unit>> byPace = new EnumMap<>(Pace.class);
            small.forEach(unit -> byPace.computeIfAbsent(Pace.of(unit.chance()), pace -> new ArrayList<>())
                    .add(unit));
            byPace.forEach((pace, some) -> layers.add(group(
                    Kind.SHARED,
                    pace.label(),
                    reach + "; those of the others that change " + pace.words() + ", by their versions, share this one",
                    some)));
        }
        return layers;
    }

    private LayerGroup group(Kind common, String label, String why, List<Unit> some) {
        Map<Member, String> notes = new TreeMap<>();
        for (Unit unit : some) {
            String note = unit.label() + ", " + size(unit.bytes()) + ", is number " + (units.indexOf(unit) + 1) + " of "
                    + units.size() + " " + noun(kind) + " by size";
            unit.members().forEach(member -> notes.put(member, note));
        }
        return new LayerGroup(common, label, why, notes);
    }

    private static String noun(Kind kind) {
        return kind == Kind.GROUP_ID ? "groupIds" : "artifacts";
    }

    private static String size(long bytes) {
        long tenths = (bytes + TENTH_OF_A_MEGABYTE / 2) / TENTH_OF_A_MEGABYTE;
        return bytes < MEGABYTE ? (bytes + 500) / 1_000 + " kB" : tenths / 10 + "." + tenths % 10 + " MB";
    }
}
