package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.HashingOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies bytes and proves on the way that they are what they should be. */
final class BlobCopy {

    private BlobCopy() {}

    /** Opens what is copied. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Copies a blob.
     *
     * @throws LayeredFailure {@code layout-blob-damaged} if the bytes are not those of its descriptor,
     *     {@code layout-unusable} if they cannot be read
     * @throws IOException if {@code out} fails
     */
    static void copy(Blob blob, OutputStream out) throws IOException {
        Descriptor descriptor = blob.descriptor();
        long size = copy(blob::open, blob.source(), descriptor.digest(), out);
        if (size != descriptor.size()) {
            throw LayoutFailure.damaged(blob.source(), size + " bytes", descriptor.size() + " bytes");
        }
    }

    /** Copies bytes of that digest and returns how many; {@code place} is for messages. */
    static long copy(Source source, String place, Digest wanted, OutputStream out) throws IOException {
        HashingOutputStream hash = new HashingOutputStream(out);
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = open(source, place)) {
            for (int count = read(in, chunk, place); count >= 0; count = read(in, chunk, place)) {
                hash.write(chunk, 0, count);
            }
        }
        Digest found = hash.digest();
        if (!found.equals(wanted)) {
            throw LayoutFailure.damaged(place, found.text(), wanted.text());
        }
        return hash.size();
    }

    private static InputStream open(Source source, String place) {
        try {
            return source.open();
        } catch (IOException e) {
            throw LayoutFailure.unusable(place, e);
        }
    }

    private static int read(InputStream in, byte[] chunk, String place) {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            throw LayoutFailure.unusable(place, e);
        }
    }
}
