package dev.layered.folder;

import dev.layered.folder.IgnoreFile.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder that a walk is in, and what counts there.
 *
 * @param path of the folder below that of the search; empty for that itself
 * @param real where the folder is on this machine, without links
 * @param before where the walk was, without links, each time when it followed one to come here
 * @param ignore what counts here, the deepest last
 */
record Place(Path file, String path, Path real, List<Path> before, List<Ignore> ignore) {

    /** An ignore file and the path of the folder that its patterns start from. */
    record Ignore(IgnoreFile file, String path) {}

    /** Returns the place where the walk begins. */
    static Place root(FolderSearch search) throws IOException {
        return new Place(
                search.folder(), "", search.folder().toRealPath(), List.of(), List.of(new Ignore(search.ignore(), "")));
    }

    /** Returns this place with one more ignore file, whose patterns start here. */
    Place with(IgnoreFile file) {
        return new Place(this.file, path, real, before, longer(ignore, new Ignore(file, path)));
    }

    /** Returns a folder in this one. */
    Place in(Path child, String childPath) {
        return new Place(child, childPath, real.resolve(child.getFileName()), before, ignore);
    }

    /** Returns the folder behind a link in this one, which ends at {@code end}. */
    Place behind(Path link, String linkPath, Path end) {
        return new Place(link, linkPath, end, around(), ignore);
    }

    /** Returns where the walk is and was: a link to one of these, or above it, leads in a circle. */
    List<Path> around() {
        return longer(before, real);
    }

    /** Returns the path of something in this folder. */
    String pathOf(Path child) {
        String name = PathText.below(file, child);
        return path.isEmpty() ? name : path + "/" + name;
    }

    /** Returns what the ignore files say of something in this folder: the deepest one that says anything counts. */
    Optional<Verdict> verdict(String child, boolean isFolder) {
        for (int i = ignore.size() - 1; i >= 0; i--) {
            Ignore from = ignore.get(i);
            String below =
                    from.path().isEmpty() ? child : child.substring(from.path().length() + 1);
            Optional<Verdict> verdict = from.file().verdict(below, isFolder);
            if (verdict.isPresent()) {
                return verdict;
            }
        }
        return Optional.empty();
    }

    private static <T> List<T> longer(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
