package dev.layered.outcome;

import java.util.List;

/**
 * A path and all that the layers of an image say of it.
 *
 * @param path absolute
 * @param places lowest layer first
 */
public record FoundFile(String path, List<FilePlace> places) {}
