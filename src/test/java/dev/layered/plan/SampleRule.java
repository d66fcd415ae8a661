package dev.layered.plan;

import dev.layered.image.Platform;
import dev.layered.plan.LayerRule.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A rule that a test writes down in one line; its place is {@code the rule NAME}. */
public final class SampleRule {

    private final String name;
    private List<ArtifactPattern> includes = List.of();
    private List<ArtifactPattern> excludes = List.of();
    private Set<String> scopes = new TreeSet<>(Set.of("compile", "runtime", "system"));
    private List<Platform> platforms = List.of();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

    private SampleRule(String name) {
        this.name = name;
    }

    /** Returns a rule of these patterns; without any it takes all. */
    public static SampleRule named(String name, String... includes) {
        SampleRule rule = new SampleRule(name);
        rule.includes = patterns(includes);
        return rule;
    }

    private static List<ArtifactPattern> patterns(String... texts) {
        return Stream.of(texts).map(ArtifactPattern::parse).toList();
    }

    SampleRule but(String... patterns) {
        excludes = patterns(patterns);
        return this;
    }

    SampleRule scopes(String... wanted) {
        scopes = new TreeSet<>(Set.of(wanted));
        return this;
    }

    /** Makes it a rule for these platforms alone. */
    public SampleRule on(String... names) {
        platforms = Stream.of(names).map(Platform::parse).toList();
        return this;
    }

    /** Adds traits. */
    public SampleRule being(Trait... wanted) {
        traits.addAll(List.of(wanted));
        return this;
    }

    /** Returns the rule. */
    public LayerRule rule() {
        return new LayerRule(name, includes, excludes, scopes, platforms, Set.copyOf(traits), "the rule " + name);
    }

    /** Returns the rules. */
    public static List<LayerRule> rules(SampleRule... rules) {
        return Stream.of(rules).map(SampleRule::rule).toList();
    }
}
