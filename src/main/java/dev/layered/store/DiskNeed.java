package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.nio.file.FileStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many bytes a run is going to write below a folder at most, to be compared with what its disk has free before the work
 * begins: a failure after gigabytes were written comes late.
 *
 * @param folder which need not be there yet
 * @param isStore whether it is that of the local store, which the user can make smaller or put elsewhere
 */
public record DiskNeed(Path folder, long bytes, boolean isStore) {

    /** Returns the need of a folder that is not the local store. */
    public static DiskNeed below(Path folder, long bytes) {
        return new DiskNeed(folder, bytes, false);
    }

    /**
     * Checks that every disk has room for all that is going to be written to it. One that does not tell what it has free
     * is taken to have room enough.
     *
     * @throws LayeredFailure {@code disk-short}
     */
    public static void check(DiskNeed... needs) {
        Map<FileStore, DiskNeed> disks = new LinkedHashMap<>();
        for (DiskNeed need : needs) {
            Optional<FileStore> disk = need.bytes > 0 ? Disk.of(need.folder) : Optional.empty();
            disk.ifPresent(there -> disks.merge(there, need, DiskNeed::and));
        }
        disks.forEach((disk, need) -> need.check(Disk.free(disk)));
    }

    private DiskNeed and(DiskNeed other) {
        return new DiskNeed(other.isStore ? other.folder : folder, bytes + other.bytes, isStore || other.isStore);
    }

    private void check(long free) {
        if (free <= 0 || free >= bytes) {
            return;
        }
        throw LayeredFailure.outside(
                new Problem(
                        "disk-short",
                        "The disk may be too small: up to " + Shown.size(bytes) + " are going to be written to it, and "
                                + Shown.size(free) + " are free.",
                        Shown.text(folder.toString()),
                        isStore
                                ? "free some space, e.g. by mvn layered:prune, or put the local store on another disk by"
                                        + " -Dlayered.cache=<folder>"
                                : "free some space on that disk"),
                null);
    }
}
