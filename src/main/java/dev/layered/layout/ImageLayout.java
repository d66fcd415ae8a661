package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.Index;
import dev.layered.image.OciJson;
import dev.layered.store.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An image layout in a folder (OCI image spec, image-layout.md).
 *
 * <p>To write: {@link #add} blobs, then {@link #name} the image. {@code index.json} comes last and by rename, so the
 * image that was there before stays whole until the new one is. Not for two writers at once.
 */
public final class ImageLayout implements BlobSource {

    /** The annotation of {@code index.json} that names an image (OCI image spec, annotations.md). */
    public static final String REF_NAME = "org.opencontainers.image.ref.name";

    /** The largest manifest, index or config that is read, in bytes; registries take no more than 4 MiB. */
    private static final int LARGEST_DOCUMENT = 4 << 20;

    private static final byte[] VERSION = "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final BlobFiles blobs;

    private ImageLayout(Path folder) {
        this.folder = folder;
        this.blobs = new BlobFiles(folder.resolve("blobs").resolve("sha256"));
    }

    /** Returns the layout in the folder, which need not exist yet. */
    public static ImageLayout in(Path folder) {
        return new ImageLayout(folder);
    }

    /** Returns where the blob of a digest lies or would lie. */
    public Path path(Digest digest) {
        return blobs.path(digest);
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Returns what {@code index.json} names.
     *
     * @throws LayeredFailure {@code layout-missing} if the folder holds no image layout
     */
    public List<Descriptor> images() {
        Path index = folder.resolve("index.json");
        if (!Files.isRegularFile(folder.resolve("oci-layout")) || !Files.isRegularFile(index)) {
            throw LayeredFailure.mistake(
                    "layout-missing",
                    Shown.quoted(folder) + " is not an OCI image layout.",
                    Shown.text(folder.toString()),
                    "name a folder that holds the files oci-layout and index.json");
        }
        return OciJson.index(readFile(index), index.toString()).value().manifests();
    }

    /**
     * Returns the bytes of a manifest, index or config, checked against digest and size.
     *
     * @throws LayeredFailure {@code layout-blob-missing} or {@code layout-blob-damaged}
     */
    public byte[] document(Descriptor descriptor) {
        Path path = path(descriptor.digest());
        byte[] bytes = readFile(path);
        Digest found = Digest.of(bytes);
        if (!found.equals(descriptor.digest())) {
            throw LayoutFailure.damaged(
                    path.toString(), found.text(), descriptor.digest().text());
        }
        if (bytes.length != descriptor.size()) {
            throw LayoutFailure.damaged(path.toString(), bytes.length + " bytes", descriptor.size() + " bytes");
        }
        return bytes;
    }

    /** Opens a blob without checking it; whoever copies it does, see {@link #add}. */
    @Override
    public InputStream open(Descriptor descriptor) throws IOException {
        Path path = path(descriptor.digest());
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw LayoutFailure.missing(path);
        }
    }

    @Override
    public String place(Descriptor descriptor) {
        return path(descriptor.digest()).toString();
    }

    /** Whether the blob is here, whole: its bytes are read and hashed. */
    public boolean holds(Descriptor descriptor) {
        return blobs.holds(descriptor);
    }

    /**
     * Writes the blob unless it is here.
     *
     * @return whether it was written
     * @throws LayeredFailure {@code layout-blob-damaged} if the bytes are not those of the descriptor
     */
    public boolean add(Blob blob) {
        return blobs.add(blob);
    }

    /**
     * Names the image and removes blobs that no image needs any more.
     *
     * @param needed digests of everything the target refers to, itself included
     * @return whether anything was written
     */
    public boolean name(Descriptor target, String refName, Set<Digest> needed) {
        AtomicFile.collectLeftovers(folder);
        boolean changed = AtomicFile.writeIfChanged(folder.resolve("oci-layout"), VERSION);
        Index index = OciJson.index(List.of(target.annotated(Map.of(REF_NAME, refName))), Map.of());
        Document<Index> document = OciJson.document(index);
        changed |= AtomicFile.writeIfChanged(folder.resolve("index.json"), document.bytes());
        blobs.removeAllBut(needed);
        return changed;
    }

    private static byte[] readFile(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_DOCUMENT + 1);
            if (bytes.length > LARGEST_DOCUMENT) {
                throw LayoutFailure.damaged(
                        file.toString(), "more than " + LARGEST_DOCUMENT + " bytes", "a manifest, index or config");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw LayoutFailure.missing(file);
        } catch (IOException e) {
            throw LayoutFailure.unusable(file.toString(), e);
        }
    }
}
