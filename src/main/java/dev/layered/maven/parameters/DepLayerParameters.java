package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.ArtifactPattern;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayerRule.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One {@code <depLayer>}: a layer of the image and the artifacts that go into it. */
public final class DepLayerParameters {

    private static final Set<String> STANDARD = Set.of("dependencies", "natives", "snapshots", "modules");
    private static final Set<String> OWN = Set.of("resources", "classes", "start", "ca-certificates");

    /**
     * The layer's name, unique: {@code a-z 0-9 . _ -}. {@code dependencies}, {@code natives}, {@code snapshots}
     * and {@code modules} give those layers this place, and so do the names of layers of extra directories. No default. Example: {@code frameworks}.
     */
    String name;

    /** The scopes of the artifacts meant. By default compile, runtime and system. Example: {@code compile,runtime}. */
    List<String> scopes;

    /**
     * Patterns of the artifacts meant, {@code groupId[:artifactId[:version]]} or
     * {@code groupId:artifactId:type:classifier:version}. By default any. Example: {@code org.springframework*:*}.
     */
    List<String> includes;

    /** Patterns of artifacts that are not meant. By default none. Example: {@code com.acme:legacy-*}. */
    List<String> excludes;

    /**
     * Whether the layer also takes what is in the dependency tree only because of the artifacts that it matches. By
     * default {@code false}. Example: {@code true}.
     */
    boolean transitive;

    /** Whether the layer takes what no other takes, wherever it stands. By default {@code false}. Example: {@code true}. */
    boolean catchAll;

    /**
     * Whether each artifact that it takes has a layer of its own, as far as the image may have so many. By default
     * {@code false}. Example: {@code true}.
     */
    boolean perArtifact;

    /** Whether the layer may take nothing without a warning. By default {@code false}. Example: {@code true}. */
    boolean optional;

    /** The platforms whose images have this layer. By default all. Example: {@code linux/amd64}. */
    List<PlatformParameters> platforms;

    /** How the layer is compressed. By default as the image's others. Example: {@code none}, {@code zstd:3}. */
    String compression;

    private transient List<String> shortPatterns;

    /** Takes the short form, {@code name=pattern|pattern}. */
    public void set(String shortForm) {
        int equals = shortForm.indexOf('=');
        name = equals < 0 ? shortForm : shortForm.substring(0, equals);
        // without '=' one empty pattern, which is a mistake: none at all would take everything
        shortPatterns = List.of((equals < 0 ? "" : shortForm.substring(equals + 1)).split("\\|", -1));
    }

    /** Whether any of these layers depends on who brought in an artifact. */
    public static boolean followTheTree(List<DepLayerParameters> layers) {
        return layers != null && layers.stream().anyMatch(layer -> layer.transitive);
    }

    /**
     * Returns the rules as written; notes every mistake in them.
     *
     * @param extra layers of extra directories, which a rule may give a place as well
     */
    public static List<LayerRule> rules(List<DepLayerParameters> layers, Set<String> extra, Reading depLayers) {
        Set<String> placeable = new TreeSet<>(STANDARD);
        placeable.addAll(extra);
        List<LayerRule> rules = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        boolean catchAll = false;
        for (int i = 0; i < (layers == null ? 0 : layers.size()); i++) {
            Reading reading = depLayers.item(i);
            LayerRule rule = layers.get(i).rule(placeable, reading);
            if (!rule.name().isEmpty() && !names.add(rule.name())) {
                reading.at("name")
                        .mistake(
                                "layer-name-twice",
                                "Two layers are called " + Shown.quoted(rule.name()) + ".",
                                "give each layer a name of its own, or make one of the two");
            }
            if (rule.is(Trait.CATCH_ALL) && catchAll) {
                reading.at("catchAll").mistake("catch-all-twice", "A second layer catches all.", "keep one <catchAll>");
            }
            catchAll |= rule.is(Trait.CATCH_ALL);
            rules.add(rule);
        }
        return rules;
    }

    private LayerRule rule(Set<String> placeable, Reading reading) {
        boolean star = List.of("*").equals(shortPatterns); // the short form of the catch-all
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (catchAll || star) {
            traits.add(Trait.CATCH_ALL);
        }
        if (optional) {
            traits.add(Trait.OPTIONAL);
        }
        if (transitive) {
            traits.add(Trait.TRANSITIVE);
        }
        if (perArtifact) {
            traits.add(Trait.PER_ARTIFACT);
        }
        boolean unconditional = includes == null && scopes == null && shortPatterns == null && !catchAll;
        if (unconditional && placeable.contains(String.valueOf(name).strip())) {
            traits.add(Trait.PLACE);
        } else if (unconditional && isName(name)) {
            reading.mistake(
                    "layer-condition",
                    "The layer " + Shown.quoted(name) + " does not say what goes into it.",
                    "add <includes> or <scopes>, or <catchAll>true</catchAll> for what no other layer takes");
        }
        if (includes != null && includes.isEmpty()) {
            reading.at("includes").value(() -> ArtifactPattern.parse("")); // an undefined property: not any artifact
        }
        List<String> patterns = shortPatterns == null ? includes : star ? List.of() : shortPatterns;
        return new LayerRule(
                name(reading.at("name")),
                patterns(patterns, shortPatterns == null ? reading.at("includes") : reading),
                patterns(excludes, reading.at("excludes")),
                Scopes.read(scopes, reading.at("scopes")),
                platforms(reading.at("platforms")),
                traits,
                reading.place().place());
    }

    private String name(Reading reading) {
        String given = name == null ? "" : name.strip();
        if (!isName(given)) {
            reading.mistake(
                    "layer-name",
                    given.isEmpty() ? "A layer has no name." : Shown.quoted(given) + " cannot be the name of a layer.",
                    "write a-z 0-9 . _ -, at most 63 of them; ca-certificates, resources, classes and start are the application's own");
        }
        return given;
    }

    private static boolean isName(String text) {
        return LayerNames.isName(text) && !OWN.contains(text.strip());
    }

    private static List<ArtifactPattern> patterns(List<String> texts, Reading reading) {
        List<ArtifactPattern> patterns = new ArrayList<>();
        List<String> given = Unset.none(texts);
        for (int i = 0; i < given.size(); i++) {
            String text = given.get(i);
            reading.item(i).value(() -> ArtifactPattern.parse(text)).ifPresent(patterns::add);
        }
        return patterns;
    }

    private List<Platform> platforms(Reading reading) {
        List<Platform> read = new ArrayList<>();
        List<PlatformParameters> given = Unset.none(platforms);
        for (int i = 0; i < given.size(); i++) {
            reading.item(i).value(given.get(i)::platform).ifPresent(read::add);
        }
        return read;
    }
}
