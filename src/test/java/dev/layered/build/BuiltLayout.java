package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.image.Image;
import dev.layered.image.ImageConfig;
import dev.layered.image.Index;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.layout.ImageLayout;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.BuildFiles;
import dev.layered.place.TestPlaces;
import dev.layered.verify.ImageVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads back what a build left on disk, and checks every byte of it. */
final class BuiltLayout {

    private final ImageLayout layout;

    private BuiltLayout(ImageLayout layout) {
        this.layout = layout;
    }

    /** Returns the layout in the folder after it has passed every check. */
    static BuiltLayout checked(Path folder) {
        assertThat(verified(folder).warnings()).isEmpty();
        return new BuiltLayout(ImageLayout.in(folder));
    }

    /** Returns the layout after a build that failed: its image is whole, and blobs may lie beside it. */
    static BuiltLayout whole(Path folder) {
        verified(folder);
        return new BuiltLayout(ImageLayout.in(folder));
    }

    private static VerifyOutcome verified(Path folder) {
        BuildFiles built = new BuildFiles(folder, folder);
        VerifyOutcome outcome = ImageVerifier.at(TestPlaces.onDisk(folder).at("oci:" + folder), built, BuildLog.SILENT)
                .verify(false);
        assertThat(outcome.faults()).isEmpty();
        return outcome;
    }

    Descriptor target() {
        return layout.images().get(0);
    }

    Document<Index> index() {
        return OciJson.index(layout.document(target()), "index");
    }

    List<Image> images() {
        List<Descriptor> manifests =
                MediaType.isIndex(target().mediaType()) ? index().value().manifests() : List.of(target());
        List<Image> images = new ArrayList<>();
        for (Descriptor descriptor : manifests) {
            Document<Manifest> manifest = OciJson.manifest(layout.document(descriptor), "manifest");
            Descriptor config = manifest.value().config();
            Document<ImageConfig> read = OciJson.config(layout.document(config), config.mediaType(), "config");
            List<Blob> blobs =
                    manifest.value().layers().stream().map(layout::blob).toList();
            images.add(new Image(manifest, read, blobs));
        }
        return images;
    }

    /** Returns the digests of the layers of the first image, lowest first. */
    List<String> layerDigests() {
        return images().get(0).manifest().value().layers().stream()
                .map(layer -> layer.digest().text())
                .toList();
    }

    /** Returns the names of all files below the layout's blobs. */
    static List<String> blobs(Path folder) throws IOException {
        try (Stream<Path> blobs = java.nio.file.Files.list(folder.resolve("blobs/sha256"))) {
            return blobs.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
