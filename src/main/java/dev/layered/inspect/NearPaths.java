package dev.layered.inspect;

import dev.layered.failure.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Paths that a user may have meant, noted while an image is read; a few of them, however many there are. */
final class NearPaths {

    private static final int MOST = 5;
    private static final int MOST_NAMES = 50_000;

    private final PathPattern wanted;
    private final String name;
    private final TreeSet<String> sameName = new TreeSet<>();
    private final TreeSet<String> names = new TreeSet<>();
    private boolean isFolder;

    NearPaths(PathPattern wanted) {
        this.wanted = wanted;
        this.name = PathPattern.last(wanted.text());
    }

    /** Notes a path, where it is like the one that is wanted. */
    void see(String path) {
        String last = PathPattern.last(path);
        isFolder |= path.startsWith(wanted.text() + "/");
        if (sameName.size() < MOST && last.equalsIgnoreCase(name)) {
            sameName.add("/" + path);
        }
        // a name is near only where at most a third of it differs
        boolean isNear = Math.abs(last.length() - name.length()) <= Math.max(1, name.length() / 3);
        if (isNear && names.size() < MOST_NAMES) {
            names.add(last);
        }
    }

    /** Returns what a user may write instead, the best first; there may be nothing. */
    List<String> found() {
        List<String> found = new ArrayList<>();
        if (isFolder) {
            found.add("/" + wanted.text() + "/**");
        }
        found.addAll(sameName);
        if (found.isEmpty()) {
            Nearest.to(name, names).ifPresent(found::add);
        }
        return found;
    }
}
