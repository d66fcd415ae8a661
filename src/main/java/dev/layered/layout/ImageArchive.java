package dev.layered.layout;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Image;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.LayerEntry;
import dev.layered.store.AtomicFile;
import dev.layered.tar.TarEntry;
import dev.layered.tar.TarEntry.Kind;
import dev.layered.tar.TarWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes images as one tar archive, whose bytes depend on nothing but the images and their names.
 *
 * <p>Every blob is checked against its digest on the way. A file that holds exactly these bytes stays untouched.
 */
public final class ImageArchive {

    private final Map<String, Content> files = new TreeMap<>();

    /** What becomes a file of the archive. */
    private record Content(long size, TarWriter.Body body) {}

    private ImageArchive() {}

    /**
     * Writes an image layout as an archive ({@code oci-archive:}): all that its {@code index.json} refers to.
     *
     * @return whether anything was written
     * @throws dev.layered.failure.LayeredFailure what reading the layout or writing a file tells
     */
    public static boolean writeOci(ImageLayout layout, Path target) {
        ImageFiles below = ImageFiles.below(layout.folder());
        ImageArchive archive = new ImageArchive();
        for (Descriptor descriptor : LayoutReferences.in(new LayoutFiles(below)).values()) {
            archive.put("blobs/sha256/" + descriptor.digest().hex(), layout.blob(descriptor));
        }
        for (String name : List.of("index.json", ImageLayout.MARK)) {
            archive.put(name, below.document(name));
        }
        return archive.write(List.of("blobs", "blobs/sha256"), target);
    }

    /**
     * Writes the image of one platform as {@code docker save} does ({@code docker-archive:}), for {@code docker load}.
     *
     * @param repoTags the names that it gets when it is loaded, each with a tag
     * @return whether anything was written
     * @throws dev.layered.failure.LayeredFailure {@code layer-compression} if it has a layer that Docker could not read,
     *     or what reading the image or writing a file tells
     */
    public static boolean writeDocker(Image image, List<String> repoTags, Path target) {
        ImageArchive archive = new ImageArchive();
        String config = image.config().digest().hex() + ".json";
        archive.put(config, image.config());
        List<Digest> diffIds = image.config().value().diffIds();
        List<String> layers = new ArrayList<>();
        for (int i = 0; i < image.layers().size(); i++) {
            DockerLayer layer = DockerLayer.of(image.layers().get(i), diffIds.get(i));
            layers.add(layer.name());
            archive.files.put(layer.name(), new Content(layer.size(), layer::writeTo));
        }
        JsonObject listed = JsonObject.builder()
                .put("Config", config)
                .put("RepoTags", repoTags)
                .put("Layers", layers)
                .build();
        archive.put("manifest.json", Json.bytes(List.of(listed)));
        return archive.write(List.of(), target);
    }

    private void put(String name, Blob blob) {
        files.put(name, new Content(blob.descriptor().size(), out -> BlobCopy.copy(blob, out)));
    }

    private void put(String name, byte[] bytes) {
        files.put(name, new Content(bytes.length, out -> out.write(bytes)));
    }

    private boolean write(List<String> folders, Path target) {
        return AtomicFile.writeIfChanged(target, out -> writeTo(folders, out));
    }

    private void writeTo(List<String> folders, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        TarWriter tar = new TarWriter(buffered);
        for (String folder : folders) {
            tar.write(entry(folder, Kind.DIRECTORY, 0755, 0));
        }
        for (Map.Entry<String, Content> file : files.entrySet()) {
            tar.write(
                    entry(file.getKey(), Kind.FILE, 0644, file.getValue().size()),
                    file.getValue().body());
        }
        tar.finish();
        buffered.flush();
    }

    private static TarEntry entry(String path, Kind kind, int mode, long size) {
        return new TarEntry(path, kind, mode, TarEntry.Owner.ROOT, LayerEntry.DEFAULT_TIME, size, "");
    }
}
