package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.VerifyingInputStream;
import dev.layered.outcome.BuildLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * Blobs by digest, each a file whose bytes hash to its name.
 *
 * <p>What is read is verified. A blob that is not what its name says is moved aside with a warning and counts as
 * absent, so that the caller makes it again. Thread-safe, and safe against other processes without a lock: two that
 * write the same blob write the same bytes.
 */
public final class BlobStore implements BlobSource {

    private final StoreFolders folders;
    private final BuildLog log;
    private final boolean kept;
    private volatile boolean grown;

    /** Tells when a blob was of use last unless nothing is to be {@code kept}. */
    BlobStore(StoreFolders folders, BuildLog log, boolean kept) {
        this.folders = folders;
        this.log = log;
        this.kept = kept;
    }

    /** Whether this run wrote blobs. */
    boolean hasGrown() {
        return grown;
    }

    /** Starts a new blob. */
    public BlobDraft draft() {
        Path folder = folders.toWrite().blobs();
        return new BlobDraft(this, TempFile.create(folder, folder));
    }

    /** Whether a blob of that digest and size is there; its bytes are not read. */
    @Override
    public boolean has(Descriptor descriptor) {
        return find(descriptor).isPresent();
    }

    /**
     * Puts the blob at the target, as a hard link where the disk can and else as a copy, replacing what stood there.
     *
     * @return false, with the target untouched, if the blob is not there or is damaged
     * @throws LayeredFailure {@code disk-full} or {@code file-write} if the target cannot be written
     */
    public boolean linkTo(Descriptor descriptor, Path target) {
        for (StoreFolder folder : folders.toRead()) {
            Path blob = folder.blob(descriptor.digest());
            if (Files.exists(blob, LinkOption.NOFOLLOW_LINKS)) {
                if (isSized(blob, descriptor) && new BlobLink(blob, descriptor).placeAt(target)) {
                    return true;
                }
                moveAside(folder, descriptor.digest());
            }
        }
        return false;
    }

    /**
     * Opens a blob; reading to the end verifies it.
     *
     * @throws LayeredFailure {@code blob-absent} here, or {@code blob-damaged} at the end of the stream if the bytes are
     *     not what the descriptor says; the blob is moved aside then
     */
    @Override
    public InputStream open(Descriptor descriptor) throws IOException {
        StoreFolder folder = find(descriptor).orElseThrow(() -> absent(descriptor));
        InputStream bytes = Files.newInputStream(folder.blob(descriptor.digest()));
        return new VerifyingInputStream(bytes, descriptor, () -> {
            moveAside(folder, descriptor.digest());
            return damaged(folder.blob(descriptor.digest()), descriptor);
        });
    }

    /** Gives a finished draft its name. */
    void commit(TempFile temp, Digest digest) {
        StoreFolder folder = folders.toWrite();
        Path blob = folder.blob(digest);
        grown = true;
        try {
            temp.finish();
            folder.protect(temp.path());
            if (Files.exists(blob, LinkOption.NOFOLLOW_LINKS) && !isFile(blob)) {
                moveAside(folder, digest);
            }
            temp.moveTo(blob);
        } catch (IOException e) {
            if (!isThereAnyway(blob, digest)) {
                throw Files.exists(temp.path()) ? WriteFailure.of(blob, e, 0, 0) : gone(blob);
            }
        }
    }

    /** Whether another process was first and now has the file open, so that Windows did not let us replace it. */
    private static boolean isThereAnyway(Path blob, Digest digest) {
        try {
            return isFile(blob) && BlobLink.digest(blob).equals(digest);
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<StoreFolder> find(Descriptor descriptor) {
        return folders.toRead().stream()
                .filter(folder -> isSized(folder.blob(descriptor.digest()), descriptor))
                .findFirst();
    }

    private void moveAside(StoreFolder folder, Digest digest) {
        if (!Files.exists(folder.blob(digest), LinkOption.NOFOLLOW_LINKS)) {
            return; // not damaged but deleted, by the user or by another run that saw the damage too
        }
        folder.moveAside(digest);
        log.warning("Blob " + digest + " of the local store was damaged and is made again: "
                + Shown.text(folder.blob(digest).toString()));
    }

    private boolean isSized(Path blob, Descriptor descriptor) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(blob, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean isSized = attributes.isRegularFile() && attributes.size() == descriptor.size();
            if (isSized && kept) {
                LastUse.isNow(blob, attributes);
            }
            return isSized;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFile(Path blob) {
        return Files.isRegularFile(blob, LinkOption.NOFOLLOW_LINKS);
    }

    private static LayeredFailure gone(Path blob) {
        return LayeredFailure.outside(
                new Problem(
                        "store-gone",
                        "The local store was deleted while a blob was written to it.",
                        Shown.text(blob.toString()),
                        "run the same command again"),
                null);
    }

    private LayeredFailure absent(Descriptor descriptor) {
        List<String> looked = folders.toRead().stream()
                .map(folder -> folder.blob(descriptor.digest()).toString())
                .toList();
        return LayeredFailure.outside(
                new Problem(
                        "blob-absent",
                        "Blob " + descriptor.digest() + " of " + descriptor.size()
                                + " bytes is not in the local store.",
                        Shown.list(looked),
                        "run the same command again: it is made or fetched anew"),
                null);
    }

    private static LayeredFailure damaged(Path blob, Descriptor descriptor) {
        return LayeredFailure.outside(
                new Problem(
                        "blob-damaged",
                        "Blob " + descriptor.digest() + " of the local store is damaged: its bytes are others.",
                        Shown.text(blob.toString()),
                        "run the same command again: it is made or fetched anew"),
                null);
    }
}
