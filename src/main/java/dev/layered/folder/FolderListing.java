package dev.layered.folder;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a search found in a folder.
 *
 * @param files each folder before what is in it, the names in each sorted
 * @param ignored files and folders that an ignore file leaves out, each with that file and its line, as text
 */
public record FolderListing(List<FoundFile> files, Map<Path, String> ignored) {

    /**
     * Lists the folder in one walk; opens no file but ignore files, and never what is no plain file.
     *
     * <p>Notes {@code file-kind}, {@code link-outside}, {@code link-dangling}, {@code link-circle} and
     * {@code ignore-file}, and goes on.
     *
     * @throws LayeredFailure {@code folder-unreadable}
     */
    public static FolderListing of(FolderSearch search, Mistakes mistakes) {
        FolderWalk walk = new FolderWalk(search, mistakes);
        return walk.listing();
    }
}
