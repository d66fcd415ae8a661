package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.maven.configuration.Reading;
import dev.layered.natives.PlatformRule;
import dev.layered.natives.PlatformRule.Replacement;
import dev.layered.natives.PlatformRule.Use;
import dev.layered.plan.ArtifactPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One {@code <platformArtifact>}: what becomes of artifacts of the class path in images of a platform. */
public final class PlatformArtifactParameters {

    private static final List<String> USES = List.of("other", "keep", "skip", "fail");
    private static final List<String> MISSING = List.of("fail", "skip");
    private static final String NO_CLASSIFIER = "none";
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.+-]+");

    /**
     * A pattern of the artifacts meant, {@code groupId[:artifactId[:version]]} or
     * {@code groupId:artifactId:type:classifier:version}. No default. Example: {@code org.rocksdb:rocksdbjni}.
     */
    String artifact;

    /** The platforms whose images are meant. By default all. Example: {@code linux/arm64}. */
    List<PlatformParameters> platforms;

    /** The groupId of what goes in instead. By default the artifact's own. Example: {@code com.acme.arm}. */
    String groupId;

    /** The artifactId of what goes in instead. By default the artifact's own. Example: {@code codec-arm}. */
    String artifactId;

    /**
     * The classifier of what goes in instead, {@code none} for an artifact without one. By default the one found for the
     * platform. Example: {@code linux-armv8}.
     */
    String classifier;

    /** The version of what goes in instead. By default the artifact's own. Example: {@code 2.1}. */
    String version;

    /**
     * What becomes of the artifact: {@code other}, another goes in at its place; {@code keep}, it goes in as it is;
     * {@code skip}, it is left out; {@code fail}, the build fails where it is for another platform. By default the first.
     * Example: {@code keep}.
     */
    String use;

    /**
     * What happens where there is no artifact to stand in its place: {@code fail}, or {@code skip}, it is left out. By
     * default the first. Example: {@code skip}.
     */
    String missing;

    /** Returns the rules as written; notes every mistake in them. */
    public static List<PlatformRule> rules(List<PlatformArtifactParameters> artifacts, Reading platformArtifacts) {
        List<PlatformRule> rules = new ArrayList<>();
        List<PlatformArtifactParameters> given = Unset.none(artifacts);
        for (int i = 0; i < given.size(); i++) {
            given.get(i).rule(platformArtifacts.item(i)).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<PlatformRule> rule(Reading reading) {
        Optional<ArtifactPattern> pattern = pattern(reading);
        Replacement replacement = new Replacement(
                part(groupId, reading.at("groupId")),
                part(artifactId, reading.at("artifactId")),
                part(classifier, reading.at("classifier")).map(text -> text.equals(NO_CLASSIFIER) ? "" : text),
                part(version, reading.at("version")));
        String word = use == null ? USES.get(0) : Words.read("use", use, USES, reading.at("use"));
        String absent =
                missing == null ? MISSING.get(0) : Words.read("missing", missing, MISSING, reading.at("missing"));
        Use chosen = Use.values()[USES.indexOf(word)];
        if (chosen != Use.OTHER && !(replacement.equals(Replacement.NONE) && missing == null)) {
            reading.mistake(
                    "platform-artifact-unused",
                    "What goes in instead is told, and " + Shown.quoted(word) + " puts nothing in its place.",
                    "remove <use>, or <groupId>, <artifactId>, <classifier>, <version> and <missing>");
        }
        List<Platform> meant = platforms(reading.at("platforms"));
        String place = reading.place().place();
        return pattern.map(read -> new PlatformRule(read, meant, replacement, chosen, absent.equals("skip"), place));
    }

    private Optional<ArtifactPattern> pattern(Reading reading) {
        if (artifact == null) {
            reading.mistake(
                    "platform-artifact",
                    "A rule for artifacts of platforms does not say which it means.",
                    "name them in <artifact>, e.g. <artifact>org.rocksdb:rocksdbjni</artifact>");
            return Optional.empty();
        }
        return reading.at("artifact").value(() -> ArtifactPattern.parse(artifact));
    }

    private static Optional<String> part(String text, Reading reading) {
        Optional<String> given = Optional.ofNullable(text).map(String::strip);
        if (given.filter(part -> !PART.matcher(part).matches()).isPresent()) {
            reading.mistake(
                    "platform-artifact-part",
                    Shown.quoted(text) + " cannot be a part of an artifact's name.",
                    "write letters, digits and . _ + - only; the part belongs to one artifact and is no pattern");
            return Optional.empty();
        }
        return given;
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
