package dev.layered.suggest;

import dev.layered.plan.Coordinates;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.ProjectArtifact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What spoils layers of every kind, or figures about them. */
final class Remarks {

    /** Below this nobody need hear of it, in bytes for each release. */
    private static final long WORTH_TELLING = 1_000_000;

    /** Few enough to be read. */
    private static final int MOST_JARS = 3;

    /** So near to the most layers that an image may have there is no room to grow. */
    private static final int NEAR = 20;

    /** What moved because of one artifact, and how often. */
    private record Blame(long bytes, int times) {

        Blame with(Blame other) {
            return new Blame(bytes + other.bytes, times + other.times);
        }
    }

    private final List<PastImage> history;
    private final PastImage present;

    Remarks(List<PastImage> history, PastImage present) {
        this.history = history;
        this.present = present;
    }

    /** Returns all, as sentences. */
    List<String> all(ImageDivision automatic, List<LayerRule> rules, LayeringChoice choice, int layers) {
        List<String> all = new ArrayList<>(restless(automatic));
        List<String> snapshots = present.artifacts().stream()
                .map(PastArtifact::artifact)
                .filter(artifact -> artifact.isSnapshot() && !artifact.isModule())
                .map(artifact -> artifact.coordinates().toString())
                .sorted()
                .toList();
        if (!snapshots.isEmpty()) {
            all.add("How often snapshots change no history tells: they count as if they never did: "
                    + String.join(", ", snapshots) + ".");
        }
        String transitive = rules.stream()
                .filter(rule -> rule.is(Trait.TRANSITIVE))
                .map(LayerRule::name)
                .collect(Collectors.joining(", "));
        if (!transitive.isEmpty()) {
            all.add("Rules with <transitive> are replayed without what they bring along: " + transitive + ".");
        }
        if (layers > choice.imageLayers() - NEAR) {
            all.add("The image has " + layers + " layers besides those of its base, and may have "
                    + choice.imageLayers() + " in all.");
        }
        return all;
    }

    /** Returns a sentence for each jar that often made others move again. */
    private List<String> restless(ImageDivision division) {
        Map<String, Blame> blames = new TreeMap<>();
        for (int i = 1; i < history.size(); i++) {
            PastImage image = history.get(i);
            Set<Piece> before = history.get(i - 1).pieces();
            Map<Piece, String> names = names(image);
            for (Set<Piece> layer : division.layers(image)) {
                Set<Piece> added = new HashSet<>(layer);
                added.removeAll(before);
                if (added.size() == 1 && names.containsKey(added.iterator().next())) {
                    Blame blame = new Blame(bytes(layer) - bytes(added), 1);
                    blames.merge(names.get(added.iterator().next()), blame, Blame::with);
                }
            }
        }
        int releases = Math.max(1, history.size() - 1);
        return blames.entrySet().stream()
                .filter(blame -> blame.getValue().bytes() / releases >= WORTH_TELLING)
                .sorted(Map.Entry.comparingByValue((a, b) -> Long.compare(b.bytes(), a.bytes())))
                .limit(MOST_JARS)
                .map(blame -> String.format(
                        Locale.ROOT,
                        "%s was all that changed in its automatic layer in %d of %d releases, and moved %.1f MB of"
                                + " other jars each time.",
                        blame.getKey(),
                        blame.getValue().times(),
                        releases,
                        blame.getValue().bytes() / 1e6 / blame.getValue().times()))
                .toList();
    }

    private static Map<Piece, String> names(PastImage image) {
        Map<Piece, String> names = new HashMap<>();
        for (PastArtifact past : image.artifacts()) {
            ProjectArtifact artifact = past.artifact();
            if (!artifact.isModule()) {
                Coordinates of = artifact.coordinates();
                names.put(past.piece(), of.groupId() + ":" + of.artifactId());
            }
        }
        return names;
    }

    private static long bytes(Set<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::bytes).sum();
    }
}
