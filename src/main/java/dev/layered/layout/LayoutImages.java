package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.Image;
import dev.layered.image.ImageConfig;
import dev.layered.image.Index;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the images that an image layout names, through the indexes between. */
final class LayoutImages {

    /** An index may hold indexes; deeper than this nobody nests them in earnest. */
    private static final int DEEPEST = 4;

    private final LayoutFiles files;
    private final Mistakes faults;
    private final Map<Digest, Optional<Image>> manifests = new HashMap<>();

    LayoutImages(LayoutFiles files, Mistakes faults) {
        this.files = files;
        this.faults = faults;
    }

    /** What one name of the layout leads to, while it is found. */
    private static final class Found {
        private final List<Document<Index>> indexes = new ArrayList<>();
        private final List<PlatformImage> images = new ArrayList<>();
        private final List<Descriptor> others = new ArrayList<>();
        private final Set<Digest> seen = new HashSet<>();
    }

    List<StoredImage> read() {
        List<StoredImage> images = new ArrayList<>();
        for (Descriptor target : files.images()) {
            Found found = new Found();
            read(target, 0, found);
            String name = target.annotations().getOrDefault(ImageLayout.REF_NAME, "");
            images.add(new StoredImage(name, target, found.indexes, found.images, found.others));
        }
        return images;
    }

    private void read(Descriptor descriptor, int depth, Found found) {
        boolean isAttestation =
                descriptor.platform().filter(p -> p.os().equals("unknown")).isPresent();
        faults.collect(() -> {
            if (isAttestation || !ManifestForm.isKnown(descriptor, files.place(descriptor))) {
                found.others.add(descriptor);
            } else if (MediaType.isIndex(descriptor.mediaType())) {
                readIndex(descriptor, depth, found);
            } else {
                Optional<Image> image = manifests.computeIfAbsent(
                        descriptor.digest(),
                        digest -> faults.collect(() -> image(descriptor)).flatMap(read -> read));
                image.map(read -> PlatformImage.of(descriptor.platform(), read))
                        .ifPresentOrElse(found.images::add, () -> found.others.add(descriptor));
            }
            return descriptor;
        });
    }

    private void readIndex(Descriptor descriptor, int depth, Found found) {
        if (depth == DEEPEST) {
            throw damaged(descriptor, "its indexes are nested too deep");
        }
        if (!found.seen.add(descriptor.digest())) {
            return;
        }
        byte[] bytes = files.document(descriptor);
        ManifestForm.check(bytes, descriptor, files.place(descriptor));
        Document<Index> index = OciJson.index(bytes, files.place(descriptor));
        found.indexes.add(index);
        index.value().manifests().forEach(child -> read(child, depth + 1, found));
    }

    /** Returns the image, or empty for an artifact such as a signature or a bill of materials. */
    private Optional<Image> image(Descriptor descriptor) {
        byte[] bytes = files.document(descriptor);
        ManifestForm.check(bytes, descriptor, files.place(descriptor));
        Document<Manifest> manifest = OciJson.manifest(bytes, files.place(descriptor));
        Descriptor configured = manifest.value().config();
        if (!MediaType.isConfig(configured.mediaType())) {
            return Optional.empty();
        }
        Document<ImageConfig> config =
                OciJson.config(files.document(configured), configured.mediaType(), files.place(configured));
        List<Descriptor> layers = manifest.value().layers();
        if (config.value().diffIds().size() != layers.size()) {
            throw damaged(descriptor, "its config has not one diffID for each layer");
        }
        List<Blob> blobs = layers.stream().map(files::blob).toList();
        return Optional.of(new Image(manifest, config, blobs));
    }

    private LayeredFailure damaged(Descriptor descriptor, String reason) {
        return LayoutFailure.image(files.place(descriptor), Shown.text(reason));
    }
}
