package dev.layered.outcome;

/**
 * A jar in an image.
 *
 * @param name groupId and artifactId, with type and classifier where they are recorded; where nothing tells them, the
 *     file name as far as the version
 * @param version empty where nothing tells it
 * @param path in the image, absolute
 * @param size in bytes
 */
public record FoundArtifact(String name, String version, String path, long size) {

    /** Returns name and version. */
    public String text() {
        return version.isEmpty() ? name : name + ":" + version;
    }
}
