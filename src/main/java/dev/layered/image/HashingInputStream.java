package dev.layered.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what is read; closing it leaves open what it reads from. */
public final class HashingInputStream extends FilterInputStream {

    private final MessageDigest sha256 = Digest.sha256();
    private long size;

    /** Reads from {@code in}, which is not closed here. */
    public HashingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            sha256.update((byte) b);
            size++;
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            sha256.update(bytes, offset, count);
            size += count;
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {}

    /** Returns the number of bytes read. */
    public long size() {
        return size;
    }

    /** Reads what is left. */
    public void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    /** Returns the digest of the bytes read; to be asked once, at the end. */
    public Digest digest() {
        return Digest.of(sha256);
    }
}
