package dev.layered.plan;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays one layer on the other and sees to it that nobody's path is taken unasked.
 *
 * <p>A directory of its own mode or owner keeps them: the layers above it, which need it as a parent, repeat it.
 */
final class LayerStack {

    /** What stands at each path, seen from above. */
    private final Map<String, PlacedFile> tops = new HashMap<>();

    /** For each path that is a parent of others, one of these. */
    private final Map<String, PlacedFile> children = new HashMap<>();

    private final List<Problem> problems = new ArrayList<>();

    /** Lays the files of a layer on top, and returns its entries sorted by path. */
    List<LayerEntry> add(List<PlacedFile> files) {
        Map<String, PlacedFile> layer = new LinkedHashMap<>();
        files.forEach(file -> layer.merge(file.entry().path(), file, this::within));
        Map<String, LayerEntry> entries = new LinkedHashMap<>();
        for (PlacedFile file : layer.values()) {
            PlacedFile below = tops.get(file.entry().path());
            if (below != null && !isSameDirectory(below, file) && !file.overrides()) {
                problems.add(twice(below, file));
            }
            entries.put(file.entry().path(), file.entry());
        }
        layer.forEach(tops::put);
        layer.values().forEach(file -> parents(file, entries));
        layer.values().forEach(this::checkIsNoParent);
        return entries.values().stream().sorted().toList();
    }

    /** Returns what was found to be wrong. */
    List<Problem> problems() {
        return problems;
    }

    /** Returns which of two files of one layer stands at their path. */
    private PlacedFile within(PlacedFile former, PlacedFile later) {
        if (later.overrides() || isSameDirectory(former, later)) {
            return later;
        }
        if (!former.overrides()) {
            problems.add(twice(former, later));
        }
        return former;
    }

    private void parents(PlacedFile file, Map<String, LayerEntry> entries) {
        String path = file.entry().path();
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String parent = path.substring(0, end);
            children.putIfAbsent(parent, file);
            PlacedFile top = tops.get(parent);
            if (top != null && isDirectory(top)) {
                entries.putIfAbsent(parent, top.entry());
            } else if (top != null) {
                problems.add(below(top, file));
            }
        }
    }

    private void checkIsNoParent(PlacedFile file) {
        PlacedFile child = children.get(file.entry().path());
        if (child != null && !isDirectory(file)) {
            problems.add(below(file, child));
        }
    }

    private static boolean isDirectory(PlacedFile file) {
        return file.entry().content() instanceof Content.Directory;
    }

    private static boolean isSameDirectory(PlacedFile a, PlacedFile b) {
        return isDirectory(a) && a.entry().equals(b.entry());
    }

    private static Problem twice(PlacedFile former, PlacedFile later) {
        String kind = isDirectory(former) && isDirectory(later) ? "folders of different modes or owners" : "files";
        return new Problem(
                "path-twice",
                "Two " + kind + " would stand at "
                        + Shown.quoted("/" + later.entry().path()) + " of the image.",
                Shown.text(former.from()) + " and " + Shown.text(later.from()),
                "remove or rename one of the two, or set <override>true</override> on the <path> of an extra directory"
                        + " that is to win");
    }

    private static Problem below(PlacedFile file, PlacedFile child) {
        return new Problem(
                "path-below",
                Shown.quoted("/" + child.entry().path()) + " would be below "
                        + Shown.quoted("/" + file.entry().path()) + ", which is no folder.",
                Shown.text(child.from()) + " and " + Shown.text(file.from()),
                "remove or rename one of the two");
    }
}
