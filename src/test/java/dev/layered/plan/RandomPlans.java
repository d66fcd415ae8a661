package dev.layered.plan;

import dev.layered.image.Platform;
import dev.layered.layer.Content;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.LayeringChoice.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Artifacts, rules and trees that chance makes, small enough to collide often. */
final class RandomPlans {

    static final List<Platform> PLATFORMS =
            List.of(Platform.LINUX_AMD64, Platform.parse("linux/arm64"), Platform.parse("linux/arm/v7"));

    private static final List<String> GROUPS = List.of("g", "h", "g.x");
    private static final List<String> NAMES = List.of("a", "b", "ab", "c");
    private static final List<String> SCOPES = List.of("compile", "runtime", "system");
    private static final List<String> PATTERNS =
            List.of("g", "g*", "*:a", "*:a*", "h:?", "*", "::1", "::*-SNAPSHOT", "g:b", "*:*:*:?*:*", "h:c:jar::");
    private static final List<String> LAYERS =
            List.of("one", "two", "three", "four", "dependencies", "snapshots", "modules");

    private static final List<Long> SIZES = List.of(ProjectArtifact.UNREADABLE, 0L, 40_000L, 150_000L, 3_000_000L);

    private final Random random;

    RandomPlans(long seed) {
        random = new Random(seed);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String[] some(List<String> list, int most) {
        TreeSet<String> some = new TreeSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(any(list));
        }
        return some.toArray(String[]::new);
    }

    /** Returns up to twelve different artifacts. */
    List<PlacedArtifact> artifacts() {
        List<PlacedArtifact> artifacts = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (int i = random.nextInt(13); i > 0; i--) {
            String id = any(GROUPS) + ":" + any(NAMES) + (random.nextInt(5) == 0 ? ":jar:linux" : "");
            String text = id + (random.nextBoolean() ? ":1" : ":2-SNAPSHOT") + " " + any(SCOPES);
            if (seen.add(id)) {
                ProjectArtifact artifact = SampleArtifact.of(text + (random.nextInt(4) == 0 ? " module" : ""));
                artifacts.add(PlacedArtifact.of(
                        SampleArtifact.sized(artifact, any(SIZES)),
                        "libs/" + artifact.file().getFileName(),
                        Content.Form.AS_IS));
            }
        }
        return artifacts;
    }

    /** Returns up to six rules of different names, at most one of which catches all. */
    List<LayerRule> rules() {
        List<LayerRule> rules = new ArrayList<>();
        int catchAll = random.nextInt(8);
        for (String name : some(LAYERS, 6)) {
            SampleRule rule = SampleRule.named(name, some(PATTERNS, 3)).but(some(PATTERNS, 1));
            if (random.nextBoolean()) {
                rule.scopes(some(SCOPES, 2));
            }
            if (random.nextInt(3) == 0) {
                rule.on(any(PLATFORMS).toString());
            }
            if (random.nextInt(3) == 0) {
                rule.being(Trait.TRANSITIVE);
            }
            if (random.nextInt(4) == 0) {
                rule.being(Trait.OPTIONAL);
            }
            if (random.nextInt(4) == 0) {
                rule.being(Trait.PER_ARTIFACT);
            }
            if (rules.size() == catchAll) {
                rule.being(Trait.CATCH_ALL);
            }
            rules.add(rule.rule());
        }
        Collections.shuffle(rules, random);
        return rules;
    }

    /** Returns a tree of these artifacts with any edges, circles too. */
    DependencyTree tree(List<PlacedArtifact> artifacts) {
        DependencyTree.Builder tree = DependencyTree.builder();
        for (PlacedArtifact parent : artifacts) {
            if (random.nextInt(3) == 0) {
                tree.root(parent.artifact().coordinates());
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                tree.edge(
                        parent.artifact().coordinates(),
                        any(artifacts).artifact().coordinates());
            }
        }
        return tree.build();
    }

    /** Returns any way of dividing. */
    private LayeringChoice layering() {
        Set<String> own = random.nextInt(3) == 0 ? Set.of(any(GROUPS)) : Set.of();
        int most = random.nextInt(4) == 0 ? random.nextInt(20) + 1 : LayeringChoice.MOST_LAYERS;
        return new LayeringChoice(
                any(List.of(Strategy.values())), random.nextInt(6) + 1, random.nextInt(3) + 1, most, 40, own);
    }

    /** Returns all of it. */
    PlanContents contents() {
        List<PlacedArtifact> artifacts = artifacts();
        List<PlacedFile> files = List.of(PlacedFile.of(StandardLayer.CLASSES, "classes/App.class", "x", "App"));
        List<LayerRule> rules = rules();
        return new PlanContents(
                files,
                SampleContents.same(ClassPath.of(artifacts), PLATFORMS),
                rules,
                tree(artifacts),
                layering(),
                CompressionChoice.DEFAULT);
    }

    /** Returns the list in another order. */
    <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
