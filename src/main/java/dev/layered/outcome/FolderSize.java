package dev.layered.outcome;

/**
 * How much of a layer is below a folder.
 *
 * @param path absolute, with a slash at its end
 * @param files below it
 * @param size of these files, in bytes
 */
public record FolderSize(String path, int files, long size) {}
