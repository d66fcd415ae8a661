package dev.layered.folder;

import java.util.List;

/**
 * Which paths of a folder are meant.
 *
 * @param includes one of them must match; where there is none, any path does
 * @param excludes none of them may match
 */
public record FileFilter(List<Glob> includes, List<Glob> excludes) {

    /** Everything. */
    public static final FileFilter ALL = new FileFilter(List.of(), List.of());

    /** Whether the path below the folder is meant. */
    boolean takes(String path) {
        return (includes.isEmpty() || includes.stream().anyMatch(glob -> glob.matches(path)))
                && excludes.stream().noneMatch(glob -> glob.matches(path));
    }
}
