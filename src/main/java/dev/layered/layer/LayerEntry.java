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
     * Checks the path, the mode and the owner.
     *
     * @throws LayeredFailure {@code entry-path} if the path is absolute, leaves the image, is a whiteout, holds control
     *     characters or has no form in UTF-8
     */
    public LayerEntry {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.startsWith(".wh.")) {
                throw badPath(path);
            }
        }
        if (!Content.isPlainText(path)) {
            throw badPath(path);
        }
        if (mode < 0 || mode > 07777 || uid < 0 || gid < 0) {
            throw new IllegalArgumentException("mode " + mode + ", owner " + uid + ":" + gid);
        }
    }

    private static LayeredFailure badPath(String path) {
        return LayeredFailure.mistake(
                "entry-path",
                Shown.quoted(path) + " cannot be a path in an image.",
                "a file of the image",
                "rename the file: no empty, '.' or '..' part, no part that begins with '.wh.', no control characters,"
                        + " only what UTF-8 can write");
    }

    /** Returns a regular file of root's with the usual time. */
    public static LayerEntry file(String path, Content content, boolean executable) {
        return new LayerEntry(path, content, executable ? 0755 : 0644, 0, 0, DEFAULT_TIME);
    }

    /** Returns a directory of root's with mode 0755 and the usual time. */
    public static LayerEntry directory(String path) {
        return new LayerEntry(path, new Content.Directory(), 0755, 0, 0, DEFAULT_TIME);
    }

    /** Entries are ordered by path, as their bytes in UTF-8 would be: a parent before what is in it. */
    @Override
    public int compareTo(LayerEntry other) {
        int shorter = Math.min(path.length(), other.path.length());
        for (int i = 0; i < shorter; i++) {
            char a = path.charAt(i);
            char b = other.path.charAt(i);
            if (a != b) {
                // a surrogate stands for a code point above all others, though not as a char
                boolean oneAbove = Character.isSurrogate(a) != Character.isSurrogate(b);
                return oneAbove ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return path.length() - other.path.length();
    }
}
