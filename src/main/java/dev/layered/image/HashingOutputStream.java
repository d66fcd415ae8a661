package dev.layered.image;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what passes through. */
public final class HashingOutputStream extends FilterOutputStream {

    private final MessageDigest sha256 = Digest.sha256();
    private long size;

    /** Passes everything on to {@code out}. */
    public HashingOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        sha256.update((byte) b);
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        sha256.update(bytes, offset, length);
        size += length;
    }

    /** Returns the number of bytes passed on. */
    public long size() {
        return size;
    }

    /** Returns the digest of the bytes passed on; to be asked once, at the end. */
    public Digest digest() {
        return Digest.of(sha256);
    }
}
