package dev.layered.layer;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.time.Instant;

/**
 * One path of a layer and what stands there.
 *
 * @param path from the image's root, without a leading slash, parts separated by {@code /}
 * @param mode permission bits, at most 07777
 * @param uid numeric owner
 * @param gid numeric group
 * @param time modification time; whole seconds are written
 */
public record LayerEntry(String path, Content content, int mode, long uid, long gid, Instant time)
        implements Comparable<LayerEntry> {

    /** The time of entries unless asked otherwise: one second after the epoch, as Jib has it. */
    public static final Instant DEFAULT_TIME = Instant.ofEpochSecond(1);

    /**
     * Checks the path.
     *
     * @throws LayeredFailure {@code entry-path} if it is absolute, leaves the image, is a whiteout or holds control
     *     characters
     */
    public LayerEntry {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.startsWith(".wh.")) {
                throw badPath(path);
            }
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw badPath(path);
        }
    }

    private static LayeredFailure badPath(String path) {
        return LayeredFailure.mistake(
                "entry-path",
                Shown.quoted(path) + " cannot be a path in an image.",
                "a file of the image",
                "rename the file: no empty, '.' or '..' part, no part that begins with '.wh.', no control characters");
    }

    /** Returns a regular file of root's with the usual time. */
    public static LayerEntry file(String path, Content content, boolean executable) {
        return new LayerEntry(path, content, executable ? 0755 : 0644, 0, 0, DEFAULT_TIME);
    }

    /** Returns a directory of root's with mode 0755 and the usual time. */
    public static LayerEntry directory(String path) {
        return new LayerEntry(path, new Content.Directory(), 0755, 0, 0, DEFAULT_TIME);
    }

    /** Entries are ordered by path, as bytes would be: a parent before what is in it. */
    @Override
    public int compareTo(LayerEntry other) {
        return path.compareTo(other.path);
    }
}
