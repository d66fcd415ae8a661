package dev.layered.outcome;

/**
 * The files of a layer, compared with those of all layers that only the other image has.
 *
 * @param same files that are there too
 * @param changed files whose bytes, rights, owner or time differ there
 * @param only files that are not there
 */
public record FileChanges(int same, int changed, int only) {}
