package dev.layered.real;

import java.io.File;
import java.io.IOException;

/**
 * One entry of a layer.
 *
 * @param path absolute path in the image; a directory's ends with a slash
 * @param mode the permission bits
 * @param owner uid:gid
 * @param sha256 of the content; of nothing for a directory or a link
 * @param link what a symbolic link points to; empty for anything else
 */
public record LayerFile(String path, int mode, String owner, String sha256, String link) {

    /** Whether it has the content of that file. */
    public boolean holds(File source) throws IOException {
        return sha256.equals(Sha256.of(source.toPath()));
    }

    /** Whether the entry is a directory. */
    public boolean isDirectory() {
        return path.endsWith("/");
    }
}
