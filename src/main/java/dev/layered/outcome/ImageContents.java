package dev.layered.outcome;

import java.util.List;

/**
 * What stands in an image, or in several of one place.
 *
 * @param location as users name it
 * @param platforms of one image after the other
 * @param others how many manifests are no images: attestations, signatures
 */
public record ImageContents(String location, List<PlatformContents> platforms, int others) {}
