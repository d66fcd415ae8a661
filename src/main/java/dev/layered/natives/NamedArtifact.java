package dev.layered.natives;

import dev.layered.image.Platform;
import dev.layered.plan.Coordinates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An artifact whose classifier, or the end of whose artifactId, names a platform.
 *
 * @param isInArtifactId whether it is the artifactId that names it
 */
record NamedArtifact(Coordinates artifact, PlatformName name, boolean isInArtifactId) {

    /** Flavours that only processors of Intel's kind have. */
    private static final Pattern INSTRUCTIONS = Pattern.compile("[-_.](avx|sse)[a-z0-9_]*");

    /** Returns the artifact with what it names, or nothing where it names no platform. */
    static Optional<NamedArtifact> of(Coordinates artifact) {
        return PlatformNames.ofClassifier(artifact.classifier())
                .map(name -> new NamedArtifact(artifact, name, false))
                .or(() -> PlatformNames.ofArtifactId(artifact.artifactId())
                        .map(name -> new NamedArtifact(artifact, name, true)));
    }

    /** Returns what artifacts have in common that differ only in the platform. */
    List<String> slot() {
        String artifactId = isInArtifactId
                ? name.before()
                : family().map(known -> known.plain(artifact.artifactId())).orElse(artifact.artifactId());
        String classifier = isInArtifactId ? artifact.classifier() : "";
        return List.of(
                artifact.groupId(),
                artifactId,
                artifact.type(),
                classifier,
                isInArtifactId ? "" : name.before(),
                name.after());
    }

    /** Whether it is known how its siblings are spelled. */
    boolean isKnown() {
        return family().isPresent();
    }

    private Optional<KnownFamily> family() {
        return KnownFamily.of(artifact);
    }

    /** Returns what may be the same for the platform, in the order in which to ask for it. */
    List<Coordinates> siblings(Platform platform) {
        String architecture = PlatformName.architecture(platform);
        boolean isOfIntel = architecture.equals("amd64") || architecture.equals("386");
        PlatformName fit = isOfIntel
                ? name
                : name.followedBy(INSTRUCTIONS.matcher(name.after()).replaceAll(""));
        Optional<String> known = family().flatMap(family -> family.sibling(fit, platform));
        List<Coordinates> siblings = new ArrayList<>();
        for (String text : known.map(List::of).orElseGet(() -> guesses(fit, platform, !isInArtifactId))) {
            siblings.add(with(isInArtifactId ? text : artifact.artifactId(), text));
            String suffix = family().map(KnownFamily::elseSuffix).orElse("");
            if (!suffix.isEmpty() && !artifact.artifactId().endsWith(suffix)) {
                siblings.add(with(artifact.artifactId() + suffix, text));
            }
        }
        return List.copyOf(siblings);
    }

    private Coordinates with(String artifactId, String classifier) {
        return new Coordinates(
                artifact.groupId(),
                artifactId,
                artifact.type(),
                isInArtifactId ? artifact.classifier() : classifier,
                artifact.baseVersion());
    }

    /** An operating system alone means the usual architecture in a classifier; in an artifactId it may mean anything. */
    private static List<String> guesses(PlatformName name, Platform platform, boolean isSystemEnough) {
        String architecture = PlatformName.architecture(platform);
        List<String> words = name.word().siblings(architecture);
        if (words.isEmpty()) {
            words = List.of(architecture.replace("/", "")); // a name may end up in a path
        }
        Set<String> guesses = new LinkedHashSet<>();
        for (String os : systems(name, platform)) {
            boolean isUsual = isSystemEnough && architecture.equals("amd64") && !os.isEmpty();
            if (isUsual && name.architecture().isEmpty()) {
                guesses.add(name.with(os, ""));
            }
            words.forEach(word -> guesses.add(name.with(os, word)));
            if (isUsual) {
                guesses.add(name.with(os, ""));
            }
        }
        return List.copyOf(guesses);
    }

    private static List<String> systems(PlatformName name, Platform platform) {
        if (name.os().isEmpty()) {
            return List.of("");
        }
        return name.system().filter(platform.os()::equals).isPresent() ? List.of(name.os()) : OsWords.of(platform.os());
    }
}
