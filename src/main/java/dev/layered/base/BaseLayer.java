package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.VerifyingInputStream;
import dev.layered.store.IoReason;
import java.io.IOException;
import java.io.InputStream;

/** Opens layers of base images, whose bytes are verified while they are read. */
final class BaseLayer {

    /** What is done with the bytes of a layer; has to read them to the end. */
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream blob) throws IOException;
    }

    private BaseLayer() {}

    /**
     * Returns what the reader found.
     *
     * @throws LayeredFailure {@code base-layer} or {@code base-unreadable}, and what the reader throws
     */
    static <T> T read(Blob layer, Reader<T> reader) {
        try (InputStream blob = layer.open();
                InputStream verified = new VerifyingInputStream(blob, layer.descriptor(), () -> damaged(layer))) {
            return reader.read(verified);
        } catch (IOException e) {
            throw LayeredFailure.outside(
                    new Problem(
                            "base-unreadable",
                            "A layer of the base image cannot be read: " + IoReason.of(e) + ".",
                            Shown.text(layer.source()),
                            "make the base image readable for the user who builds"),
                    e);
        }
    }

    private static LayeredFailure damaged(Blob layer) {
        return LayeredFailure.outside(
                new Problem(
                        "base-layer",
                        "A layer of the base image is damaged: its bytes are not those of "
                                + layer.descriptor().digest() + ".",
                        Shown.text(layer.source()),
                        "make or fetch the base image again"),
                null);
    }
}
