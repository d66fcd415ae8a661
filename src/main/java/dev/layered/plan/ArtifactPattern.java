package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.util.List;
import java.util.regex.Pattern;

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
    private final List<String> parts;

    private ArtifactPattern(String text, List<String> parts) {
        this.text = text;
        this.parts = parts.stream().map(part -> part.isEmpty() ? "*" : part).toList();
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
        return matches(parts.get(0), artifact.groupId())
                && matches(parts.get(1), artifact.artifactId())
                && matches(parts.get(2), artifact.type())
                && matches(parts.get(3), artifact.classifier())
                && matches(parts.get(4), artifact.baseVersion());
    }

    /** Not a regular expression: with many stars that could take for ever. */
    private static boolean matches(String part, String text) {
        int at = 0;
        int star = -1;
        int afterStar = 0;
        int i = 0;
        while (i < text.length()) {
            char wanted = at < part.length() ? part.charAt(at) : 0;
            if (wanted == '*') {
                star = at++;
                afterStar = i;
            } else if (wanted == '?' || wanted == text.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1; // the last star takes one character more
                i = ++afterStar;
            } else {
                return false;
            }
        }
        return part.substring(at).chars().allMatch(c -> c == '*');
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
