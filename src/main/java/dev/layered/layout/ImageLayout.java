package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Blob;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.Index;
import dev.layered.image.OciJson;
import dev.layered.store.AtomicFile;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** The file that makes a folder an image layout. */
    static final String MARK = "oci-layout";

    private static final byte[] VERSION = "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final BlobFiles blobs;
    private final LayoutFiles files;

    private ImageLayout(Path folder) {
        this.folder = folder;
        this.blobs = new BlobFiles(folder.resolve("blobs").resolve("sha256"));
        this.files = new LayoutFiles(ImageFiles.below(folder));
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
        return files.images();
    }

    /**
     * Returns the bytes of a manifest, index or config, checked against digest and size.
     *
     * @throws LayeredFailure {@code layout-blob-missing} or {@code layout-blob-damaged}
     */
    public byte[] document(Descriptor descriptor) {
        return files.document(descriptor);
    }

    /** Opens a blob without checking it; whoever copies it does, see {@link #add}. */
    @Override
    public InputStream open(Descriptor descriptor) throws IOException {
        return files.open(descriptor);
    }

    @Override
    public boolean has(Descriptor descriptor) {
        return files.has(descriptor);
    }

    @Override
    public String place(Descriptor descriptor) {
        return files.place(descriptor);
    }

    /** Whether the blob is here, whole: its bytes are read and hashed unless they are known. */
    public boolean holds(Descriptor descriptor, KnownFiles known) {
        return blobs.holds(descriptor, known);
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
     * Names the images and removes blobs that none of them needs any more.
     *
     * @param targets what each name stands for, in the order of {@code index.json}
     * @param needed digests of everything the targets refer to, themselves included
     * @return whether anything was written
     */
    public boolean name(Map<String, Descriptor> targets, Set<Digest> needed) {
        AtomicFile.collectLeftovers(folder);
        boolean changed = AtomicFile.writeIfChanged(folder.resolve(MARK), VERSION);
        List<Descriptor> named = new ArrayList<>();
        targets.forEach((name, target) -> named.add(target.annotated(Map.of(REF_NAME, name))));
        Index index = OciJson.index(named, Map.of());
        Document<Index> document = OciJson.document(index);
        changed |= AtomicFile.writeIfChanged(folder.resolve("index.json"), document.bytes());
        blobs.removeAllBut(needed);
        return changed;
    }
}
