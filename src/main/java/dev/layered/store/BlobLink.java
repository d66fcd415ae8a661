package dev.layered.store;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.HashingOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Brings one stored blob to a place outside the store and verifies it on the way. */
final class BlobLink {

    private final Path blob;
    private final Descriptor descriptor;

    BlobLink(Path blob, Descriptor descriptor) {
        this.blob = blob;
        this.descriptor = descriptor;
    }

    /** Puts the blob at the target; returns false, with the target untouched, if the blob is not what it should be. */
    boolean placeAt(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        Path link = folder.resolve(TempFiles.newLinkName());
        try {
            TempFile.createFolder(folder);
            return tryLink(link) ? moveIfWhole(link, target) : copy(folder, target);
        } catch (IOException e) {
            throw WriteFailure.of(target, e, descriptor.size(), 0);
        } finally {
            // always: renaming one link of a file over another of the same file leaves both (POSIX)
            TempFiles.deleteQuietly(link);
        }
    }

    private boolean tryLink(Path link) {
        try {
            Files.createLink(link, blob);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private boolean moveIfWhole(Path link, Path target) throws IOException {
        Digest found;
        try {
            found = digest(link);
        } catch (IOException unreadable) {
            return false;
        }
        if (!found.equals(descriptor.digest())) {
            return false;
        }
        Files.move(link, target, StandardCopyOption.ATOMIC_MOVE);
        TempFile.syncFolder(target.toAbsolutePath().getParent());
        return true;
    }

    /** The operating system copies faster than we do, on some disks at no cost; where it fails, we find out why. */
    private boolean copy(Path folder, Path target) throws IOException {
        try (TempFile temp = TempFile.create(folder, target)) {
            if (temp.isCopyOf(blob)) {
                boolean isWhole = temp.digest().equals(descriptor.digest());
                if (isWhole) {
                    temp.finish();
                    temp.moveTo(target);
                }
                return isWhole;
            }
        }
        return write(folder, target);
    }

    private boolean write(Path folder, Path target) throws IOException {
        try (TempFile temp = TempFile.create(folder, target)) {
            HashingOutputStream out = new HashingOutputStream(temp.out());
            if (!isRead(out) || !out.digest().equals(descriptor.digest())) {
                return false;
            }
            temp.finish();
            temp.moveTo(target);
            return true;
        }
    }

    private boolean isRead(OutputStream out) {
        try (InputStream in = Files.newInputStream(blob)) {
            in.transferTo(out);
            return true;
        } catch (IOException unreadable) {
            // the temporary file's own failures are no IOExceptions
            return false;
        }
    }

    /** Returns the digest of a file's bytes. */
    static Digest digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            HashingOutputStream hash = new HashingOutputStream(OutputStream.nullOutputStream());
            in.transferTo(hash);
            return hash.digest();
        }
    }
}
