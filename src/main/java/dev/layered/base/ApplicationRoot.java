package dev.layered.base;

import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.plan.PlannedLayer;

/**
 * The folder of the application in the image, whose folders are root's with mode 0755 on every base.
 *
 * @param path without a slash at either end; empty for the image's root, below which every folder is looked up
 */
record ApplicationRoot(String path) {

    /** Whether the folder is the application's or lies in it. */
    boolean holds(String folder) {
        return !path.isEmpty() && (folder.equals(path) || folder.startsWith(path + "/"));
    }

    /** Whether a layer has no folders but those that the application's root holds. */
    boolean isOnlyPlaceOf(PlannedLayer layer) {
        return layer.entries().stream().allMatch(this::isOnlyPlaceOf);
    }

    private boolean isOnlyPlaceOf(LayerEntry entry) {
        boolean isFolder = entry.content() instanceof Content.Directory;
        String folders = isFolder ? entry.path() + "/" : entry.path();
        int first = folders.indexOf('/');
        return first < 0 || holds(folders.substring(0, first));
    }
}
