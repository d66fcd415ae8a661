package dev.layered.suggest;

import dev.layered.layering.Member;
import dev.layered.layering.Pace;
import dev.layered.plan.Coordinates;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What became of artifacts of a few groupIds, image by image.
 *
 * @param groupIds sorted; none for those that are too small to be named
 * @param jars of the present image
 * @param bytes of each image, the present one last
 * @param changes the images of the past, counted from 0, in which it is not as in the one before
 * @param moves the images that a host which keeps layers only with those below fetches it for: what lies on top is fetched
 *     whenever anything changed
 * @param chance that the next image changes it, guessed from versions
 */
record GroupHistory(List<String> groupIds, int jars, long[] bytes, BitSet changes, BitSet moves, double chance) {

    /** The guess counts as much as so many releases do. */
    private static final double GUESS = 4;

    /** What a layer costs for each release, whatever is in it: a few requests, in bytes that move meanwhile. */
    private static final double PER_LAYER = 20_000;

    /**
     * Returns the history of what these artifacts are.
     *
     * @param images of each the artifacts meant; the present one last
     */
    static GroupHistory of(List<String> groupIds, List<List<PastArtifact>> images) {
        long[] bytes = new long[images.size()];
        BitSet changes = new BitSet();
        Set<Piece> before = Set.of();
        for (int i = 0; i < images.size(); i++) {
            Set<Piece> pieces = images.get(i).stream().map(PastArtifact::piece).collect(Collectors.toSet());
            bytes[i] = pieces.stream().mapToLong(Piece::bytes).sum();
            changes.set(i, i > 0 && i < images.size() - 1 && !pieces.equals(before));
            before = pieces;
        }
        List<PastArtifact> present = images.get(images.size() - 1);
        double chance = present.isEmpty()
                ? 0
                : Pace.chance(present.stream().map(GroupHistory::member).toList());
        return new GroupHistory(groupIds, present.size(), bytes, changes, changes, chance);
    }

    private static Member member(PastArtifact past) {
        Coordinates of = past.artifact().coordinates();
        return new Member(
                of.groupId(),
                of.artifactId(),
                of.type(),
                of.classifier(),
                of.baseVersion(),
                past.piece().bytes());
    }

    /** Returns both in one layer. */
    GroupHistory with(GroupHistory other) {
        List<String> all = new ArrayList<>(groupIds);
        all.addAll(other.groupIds);
        long[] sums = new long[bytes.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = bytes[i] + other.bytes[i];
        }
        boolean named = !groupIds.isEmpty() && !other.groupIds.isEmpty();
        return new GroupHistory(
                named ? all.stream().sorted().toList() : List.of(),
                jars + other.jars,
                sums,
                either(changes, other.changes),
                either(moves, other.moves),
                1 - (1 - chance) * (1 - other.chance));
    }

    private static BitSet either(BitSet one, BitSet other) {
        BitSet either = (BitSet) one.clone();
        either.or(other);
        return either;
    }

    /** Returns the same on top of layers that changed then. */
    GroupHistory above(BitSet others) {
        return new GroupHistory(groupIds, jars, bytes, changes, either(moves, others), chance);
    }

    /**
     * Returns what it costs as a layer: what the history would have sent to one host that keeps every layer and to one that
     * keeps it with those below, and a guess for what is to come.
     */
    double cost() {
        double sent = IntStream.concat(changes.stream(), moves.stream())
                .mapToLong(image -> bytes[image])
                .sum();
        return sent + 2 * GUESS * chance * present() + PER_LAYER * (releases() + GUESS);
    }

    private int releases() {
        return Math.max(0, bytes.length - 2);
    }

    /** Returns the size in the present image. */
    long present() {
        return bytes[bytes.length - 1];
    }

    /** Returns by how much it belongs low: what is big and changes seldom, as in the automatic layering. */
    double worth() {
        double rate = (changes.cardinality() + GUESS * chance) / (releases() + GUESS);
        return rate == 0 ? Double.MAX_VALUE : present() * (1 - rate) / rate;
    }
}
