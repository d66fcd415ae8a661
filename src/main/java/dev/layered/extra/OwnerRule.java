package dev.layered.extra;

import dev.layered.folder.Glob;

/**
 * The owner of files, folders and links: an {@code <owner>}.
 *
 * @param files absolute paths in the image
 * @param place where it was written, for messages
 */
public record OwnerRule(Glob files, long uid, long gid, String place) implements PathRule {

    @Override
    public String value() {
        return uid + ":" + gid;
    }
}
