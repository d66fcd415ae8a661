package dev.layered.image;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * A manifest, index or config together with the exact bytes that its digest is of.
 *
 * <p>A document that was read keeps the bytes it came with, so that its digest stays true whatever the writer's field
 * order was.
 */
public final class Document<T> implements Blob {

    private final T value;
    private final byte[] bytes;
    private final Descriptor descriptor;

    private Document(T value, String mediaType, byte[] bytes) {
        this.value = value;
        this.bytes = bytes.clone();
        this.descriptor = Descriptor.of(mediaType, Digest.of(bytes), bytes.length);
    }

    /** Returns the value with its bytes. */
    public static <T> Document<T> of(T value, String mediaType, byte[] bytes) {
        return new Document<>(value, mediaType, bytes);
    }

    /** Returns what the bytes say. */
    public T value() {
        return value;
    }

    /** Returns the digest of the bytes. */
    public Digest digest() {
        return descriptor.digest();
    }

    @Override
    public Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
