package dev.layered.outcome;

/**
 * An artifact that two images do not share.
 *
 * @param name see {@link FoundArtifact}
 * @param here versions in the first image; empty where it is not there
 * @param there versions in the second; equal ones are of other bytes
 */
public record ArtifactChange(String name, String here, String there) {}
