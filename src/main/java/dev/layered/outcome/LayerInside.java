package dev.layered.outcome;

import java.util.List;

/**
 * What is in a layer.
 *
 * @param tarSize bytes of the uncompressed tar
 * @param files regular files
 * @param contentSize of the files, in bytes
 * @param whiteouts marks that take something of lower layers away
 * @param artifacts jars, largest first
 * @param folders where the other files are, largest first
 */
public record LayerInside(
        long tarSize,
        int files,
        long contentSize,
        int whiteouts,
        List<FoundArtifact> artifacts,
        List<FolderSize> folders) {}
