package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.image.Digest;
import dev.layered.image.HashingOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A blob while it is written: it gets a name in the store when it is committed, and is gone when it is closed before.
 *
 * <p>It hashes what is written to it. Failures of the disk come out as {@link LayeredFailure}. Not thread-safe.
 */
public final class BlobDraft extends OutputStream {

    private final BlobStore store;
    private final TempFile temp;
    private final HashingOutputStream out;
    private Digest digest;

    BlobDraft(BlobStore store, TempFile temp) {
        this.store = store;
        this.temp = temp;
        this.out = new HashingOutputStream(temp.out());
    }

    @Override
    public void write(int b) throws IOException {
        checkOpen();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checkOpen();
        out.write(bytes, offset, length);
    }

    private void checkOpen() throws IOException {
        if (digest != null) {
            throw new IOException("the blob is complete");
        }
    }

    /** Returns the number of bytes written so far. */
    public long size() {
        return out.size();
    }

    /** Returns the digest of all that was written; nothing can be written after. */
    public Digest digest() {
        if (digest == null) {
            digest = out.digest();
        }
        return digest;
    }

    /** Puts the blob into the store under the digest of what was written, and returns that digest. */
    public Digest commit() {
        store.commit(temp, digest());
        return digest;
    }

    /**
     * Puts the blob into the store if it is what was wanted.
     *
     * @throws LayeredFailure {@code blob-mismatch} if it is not; nothing is stored then
     */
    public void commit(Digest wanted, long wantedSize) {
        if (!digest().equals(wanted) || size() != wantedSize) {
            throw LayeredFailure.outside(
                    new Problem(
                            "blob-mismatch",
                            "What came for blob " + wanted + " is another: " + size() + " bytes of " + digest()
                                    + " instead of " + wantedSize + " bytes.",
                            "blob " + wanted,
                            "run the same command again; if it stays so, the sender is at fault"),
                    null);
        }
        commit();
    }

    /** Discards what was written unless it was committed. */
    @Override
    public void close() {
        temp.close();
    }
}
