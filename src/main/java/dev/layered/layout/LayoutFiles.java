package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.OciJson;
import dev.layered.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files of an image layout (OCI image spec, image-layout.md), to be read. */
final class LayoutFiles implements DocumentSource {

    private static final String VERSION = "1.0.0";

    private final ImageFiles files;

    LayoutFiles(ImageFiles files) {
        this.files = files;
    }

    /**
     * Returns what {@code index.json} names.
     *
     * @throws LayeredFailure {@code layout-missing} if there is no image layout, {@code layout-version} if it is of
     *     another version
     */
    List<Descriptor> images() {
        if (!files.has(ImageLayout.MARK) || !files.has("index.json")) {
            throw LayoutFailure.noLayout(files.place(""));
        }
        String place = files.place(ImageLayout.MARK);
        String version = Json.parse(files.document(ImageLayout.MARK), place).requiredText("imageLayoutVersion");
        if (!version.equals(VERSION)) {
            throw LayoutFailure.version(place, version, VERSION);
        }
        return OciJson.index(files.document("index.json"), files.place("index.json"))
                .value()
                .manifests();
    }

    /**
     * Returns the bytes of a manifest, index or config, checked against digest and size.
     *
     * @throws LayeredFailure {@code layout-blob-missing} or {@code layout-blob-damaged}
     */
    @Override
    public byte[] document(Descriptor descriptor) {
        byte[] bytes = files.document(name(descriptor));
        Digest found = Digest.of(bytes);
        if (!found.equals(descriptor.digest())) {
            throw LayoutFailure.damaged(
                    place(descriptor), found.text(), descriptor.digest().text());
        }
        if (bytes.length != descriptor.size()) {
            throw LayoutFailure.damaged(place(descriptor), bytes.length + " bytes", descriptor.size() + " bytes");
        }
        return bytes;
    }

    @Override
    public InputStream open(Descriptor descriptor) throws IOException {
        return files.open(name(descriptor));
    }

    @Override
    public boolean has(Descriptor descriptor) {
        return files.has(name(descriptor));
    }

    @Override
    public String place(Descriptor descriptor) {
        return files.place(name(descriptor));
    }

    private static String name(Descriptor descriptor) {
        return "blobs/sha256/" + descriptor.digest().hex();
    }
}
