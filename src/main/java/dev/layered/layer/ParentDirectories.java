package dev.layered.layer;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds the parent directories that a list of entries leaves out.
 *
 * <p>Without them every runtime chooses rights of its own for the parents.
 */
final class ParentDirectories {

    private ParentDirectories() {}

    /**
     * Returns the entries and, for parents that are missing, directories of root's with mode 0755, sorted by path.
     *
     * @throws LayeredFailure {@code entry-parent} if a parent is there but is no directory
     */
    static List<LayerEntry> complete(List<LayerEntry> entries) {
        Map<String, LayerEntry> known = new HashMap<>();
        entries.forEach(entry -> known.putIfAbsent(entry.path(), entry));
        List<LayerEntry> complete = new ArrayList<>(entries);
        for (LayerEntry entry : entries) {
            String path = entry.path();
            for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
                LayerEntry parent = known.get(path.substring(0, end));
                if (parent == null) {
                    parent = LayerEntry.directory(path.substring(0, end));
                    known.put(parent.path(), parent);
                    complete.add(parent);
                }
                if (!(parent.content() instanceof Content.Directory)) {
                    throw notDirectory(parent, entry);
                }
            }
        }
        complete.sort(null);
        return complete;
    }

    private static LayeredFailure notDirectory(LayerEntry parent, LayerEntry entry) {
        String kind = EntryKind.of(parent.content()).word();
        return LayeredFailure.mistake(
                "entry-parent",
                Shown.quoted("/" + entry.path()) + " is below " + Shown.quoted("/" + parent.path()) + ", which is a "
                        + kind + ".",
                "a " + kind + " and what is below it in one layer",
                "give one of the two another path in the image");
    }
}
