package dev.layered.plan;

/**
 * What names an artifact in Maven.
 *
 * @param classifier empty where there is none
 * @param baseVersion {@code 1.0-SNAPSHOT} also where the file is a timestamped snapshot
 */
public record Coordinates(String groupId, String artifactId, String type, String classifier, String baseVersion) {

    /** Returns {@code groupId:artifactId[:type[:classifier]]:version}, shortened for plain jars. */
    @Override
    public String toString() {
        String middle = "";
        if (!classifier.isEmpty()) {
            middle = ":" + type + ":" + classifier;
        } else if (!type.equals("jar")) {
            middle = ":" + type;
        }
        return groupId + ":" + artifactId + middle + ":" + baseVersion;
    }
}
