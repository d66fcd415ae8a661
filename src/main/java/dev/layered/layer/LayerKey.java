package dev.layered.layer;

import dev.layered.image.Digest;
import dev.layered.image.HashingOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names a layer by what goes into it: equal keys mean equal bytes, so that a known layer need not be made.
 *
 * <p>It is the SHA-256 over the entries in order and the format. Where a file comes from, the layer's name and its
 * place in the image are no part of it.
 */
public record LayerKey(Digest digest) {

    /** The format of layer blobs; a change of any byte that {@link LayerWriter} writes for the same entries is a new one. */
    public static final int FORMAT_VERSION = 3;

    /**
     * Returns the key that the text spells.
     *
     * @throws dev.layered.failure.LayeredFailure {@code digest-form} if it is not a digest
     */
    public static LayerKey parse(String text) {
        return new LayerKey(Digest.parse(text));
    }

    /** Returns the key of entries that are sorted and complete. */
    public static LayerKey of(List<KeyedEntry> entries, Compression compression) {
        HashingOutputStream hash = new HashingOutputStream(OutputStream.nullOutputStream());
        try (DataOutputStream out = new DataOutputStream(hash)) {
            writeText(out, "layered-layer-key");
            out.writeInt(FORMAT_VERSION);
            writeText(out, compression.encoder());
            out.writeInt(compression.level());
            out.writeInt(entries.size());
            for (KeyedEntry entry : entries) {
                write(out, entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LayerKey(hash.digest());
    }

    /** Every field has a fixed width or its length before it, so that no two lists of entries look the same. */
    private static void write(DataOutputStream out, KeyedEntry keyed) throws IOException {
        LayerEntry entry = keyed.entry();
        writeText(out, entry.path());
        writeText(out, keyed.kind().word());
        out.writeInt(entry.mode());
        out.writeLong(entry.uid());
        out.writeLong(entry.gid());
        out.writeLong(entry.time().getEpochSecond());
        writeText(out, keyed.content().text());
        out.writeLong(keyed.size());
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public String toString() {
        return digest.text();
    }
}
