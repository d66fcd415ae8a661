package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern of artifacts, in either of the two grammars that Maven users know.
 *
 * <p>{@code groupId[:artifactId[:version]]} as Spring Boot has it, or Maven's
 * {@code groupId:artifactId:type:classifier:version}. {@code *} stands for any text, also none, {@code ?} for one
 * character; a part that is left out or empty matches anything. Versions are base versions, e.g. {@code 1.0-SNAPSHOT}.
 */
public final class ArtifactPattern {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.*?+-]*");

    private final String text;
    private final List<Pattern> parts;

    private ArtifactPattern(String text, List<String> parts) {
        this.text = text;
        this.parts = parts.stream().map(ArtifactPattern::regex).toList();
    }

    /**
     * Returns the pattern that the text spells.
     *
     * @throws LayeredFailure {@code artifact-pattern}
     */
    public static ArtifactPattern parse(String text) {
        List<String> given = List.of(text.strip().split(":", -1));
        boolean formed = !text.isBlank()
                && given.stream().allMatch(part -> FORM.matcher(part).matches());
        if (!formed || given.size() > 5 || given.size() == 4) {
            throw LayeredFailure.mistake(
                    "artifact-pattern",
                    Shown.quoted(text) + " is not a pattern of artifacts.",
                    "a pattern",
                    "write groupId, groupId:artifactId, groupId:artifactId:version or"
                            + " groupId:artifactId:type:classifier:version, with * and ?, e.g. org.springframework*:*");
        }
        return switch (given.size()) {
            case 5 -> new ArtifactPattern(text.strip(), given);
            case 3 -> new ArtifactPattern(text.strip(), List.of(given.get(0), given.get(1), "", "", given.get(2)));
            case 2 -> new ArtifactPattern(text.strip(), List.of(given.get(0), given.get(1), "", "", ""));
            default -> new ArtifactPattern(text.strip(), List.of(given.get(0), "", "", "", ""));
        };
    }

    /** Whether the artifact of these coordinates is one of those meant. */
    public boolean matches(Coordinates artifact) {
        return parts.get(0).matcher(artifact.groupId()).matches()
                && parts.get(1).matcher(artifact.artifactId()).matches()
                && parts.get(2).matcher(artifact.type()).matches()
                && parts.get(3).matcher(artifact.classifier()).matches()
                && parts.get(4).matcher(artifact.baseVersion()).matches();
    }

    private static Pattern regex(String part) {
        if (part.isEmpty()) {
            return Pattern.compile(".*");
        }
        return Pattern.compile(part.codePoints()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArtifactPattern pattern && text.equals(pattern.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
