package dev.layered.store;

import dev.layered.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Where things are in a store of our format version; stores of other versions are beside it and left alone. */
record StoreFolder(Path root) {

    /** The format of what is in a store; a change of the layout or of a file's form is a new one. */
    static final String VERSION = "v1";

    /** Returns the folder of all blobs. */
    Path blobs() {
        return root.resolve(VERSION).resolve("blobs").resolve("sha256");
    }

    /** Returns where a blob is, if it is there. */
    Path blob(Digest digest) {
        return blobs().resolve(digest.hex());
    }

    /** Returns the folder of all facts. */
    Path facts() {
        return root.resolve(VERSION).resolve("facts");
    }

    /** Returns the folder of what was taken out of the way. */
    Path damaged() {
        return root.resolve(VERSION).resolve("damaged");
    }

    /** Takes what stands under a blob's name out of the way, for people to look at; does nothing where it cannot. */
    void moveAside(Digest digest) {
        try {
            TempFile.createFolder(damaged());
            Path aside = damaged().resolve(digest.hex());
            if (Files.isDirectory(aside)) {
                aside = damaged().resolve(digest.hex() + "-" + UUID.randomUUID());
            }
            Files.move(blob(digest), aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // a store that we may only read: what is made again goes to the folder that is read first
        }
    }

    /** Makes a blob read-only where that does not keep people from deleting it, which it does on Windows. */
    void protect(Path blob) throws IOException {
        if (blob.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(blob, PosixFilePermissions.fromString("r--r--r--"));
        }
    }
}
