package dev.layered.folder;

import java.nio.file.Path;

/**
 * What is looked for in a folder.
 *
 * @param project the folder that links must not leave
 * @param ignore for paths below the folder, wherever the file itself is
 * @param hasIgnoreFiles whether ignore files in the folder count, which are then left out themselves
 */
public record FolderSearch(
        Path folder, Path project, LinkRule links, FileFilter filter, IgnoreFile ignore, boolean hasIgnoreFiles) {}
