package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Digest;
import java.util.Optional;

/**
 * What is known of a file that was read.
 *
 * @param stat what the file system told of it then
 * @param read what was found
 * @param day when this was of use last, in days since the epoch
 */
record KnownFile(FileStat stat, KnownFiles.Read read, long day) {

    private static final int FIELDS = 9;

    /**
     * A line with its file.
     *
     * @param name what file it is about, and in which form
     */
    record Named(String name, KnownFile file) {}

    /** Returns the same, of use on that day. */
    KnownFile on(long today) {
        return new KnownFile(stat, read, today);
    }

    /** Returns one line without its end; the name is last, since it may hold blanks. */
    String line(String name) {
        return read.digest().hex() + " " + read.size() + " " + day + " " + stat.size() + " " + stat.modified() + " "
                + stat.changed() + " " + stat.inode() + " " + stat.device() + " " + name;
    }

    /** Reads such a line; empty where it is none. */
    static Optional<Named> parse(String line) {
        String[] parts = line.split(" ", FIELDS);
        if (parts.length < FIELDS) {
            return Optional.empty();
        }
        try {
            FileStat stat = new FileStat(
                    number(parts[3]), number(parts[4]), number(parts[5]), number(parts[6]), number(parts[7]));
            KnownFiles.Read read = new KnownFiles.Read(Digest.parse("sha256:" + parts[0]), number(parts[1]));
            return Optional.of(new Named(parts[8], new KnownFile(stat, read, number(parts[2]))));
        } catch (NumberFormatException | LayeredFailure e) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }
}
