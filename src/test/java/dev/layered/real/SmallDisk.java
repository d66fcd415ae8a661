package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes in memory, which can be filled and closed to writers; only root can mount one. */
public final class SmallDisk implements AutoCloseable {

    private static final int PAGE = 4096;

    private final Path root;
    private final Path filler;

    private SmallDisk(Path root) {
        this.root = root;
        this.filler = root.resolve("filler");
    }

    /** Whether one can be mounted here. */
    static boolean isPossible() {
        try {
            Path folder = Files.createTempDirectory("disk");
            try (SmallDisk disk = at(folder, 1)) {
                return Files.isDirectory(disk.root);
            } finally {
                Files.delete(folder);
            }
        } catch (IOException | AssertionError e) {
            return false;
        }
    }

    /** Mounts one at the folder, which is made. */
    public static SmallDisk at(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        ToolRun.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", folder.toString());
        return new SmallDisk(folder);
    }

    /** Leaves only that many pages of {@value #PAGE} bytes free. */
    public void leaveFree(int pages) throws IOException {
        long filled = Math.max(0, Files.getFileStore(root).getUsableSpace() - (long) pages * PAGE);
        Files.write(filler, new byte[(int) filled]);
    }

    /** Gives the space back. */
    public void clear() throws IOException {
        Files.deleteIfExists(filler);
    }

    /** Refuses every write from now on. */
    public void closeToWriters() throws IOException {
        ToolRun.of("mount", "-o", "remount,ro", root.toString());
    }

    @Override
    public void close() throws IOException {
        ToolRun.of("umount", root.toString());
    }
}
