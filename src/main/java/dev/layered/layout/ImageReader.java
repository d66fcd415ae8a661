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
import dev.layered.image.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the images that a descriptor leads to, through the indexes between: those of an image layout or of a repository.
 *
 * <p>Keeps what it read, so that images which share manifests are read once. Not thread-safe.
 */
public final class ImageReader {

    /** An index may hold indexes; deeper than this nobody nests them in earnest. */
    private static final int DEEPEST = 4;

    private final DocumentSource files;
    private final Mistakes faults;
    private final Map<Digest, Optional<Image>> manifests = new HashMap<>();
    private final DocumentBudget budget = new DocumentBudget();

    /** Reads nothing yet; {@code faults} takes what is wrong with the documents. */
    public ImageReader(DocumentSource files, Mistakes faults) {
        this.files = files;
        this.faults = faults;
    }

    /** What one descriptor leads to, while it is found. */
    private static final class Found {
        private final Predicate<Platform> wanted;
        private final List<Document<Index>> indexes = new ArrayList<>();
        private final List<PlatformImage> images = new ArrayList<>();
        private final List<Descriptor> others = new ArrayList<>();
        private final List<Platform> unread = new ArrayList<>();
        private final Set<Digest> seen = new HashSet<>();

        private Found(Predicate<Platform> wanted) {
            this.wanted = wanted;
        }
    }

    /**
     * Returns what the target leads to, as far as it can be read.
     *
     * @param name what the place of the target calls it, or empty
     * @param wanted platforms whose images are read, where the index tells the platform
     */
    public StoredImage read(String name, Descriptor target, Predicate<Platform> wanted) {
        Found found = new Found(wanted);
        read(target, 0, found);
        return new StoredImage(name, target, found.indexes, found.images, found.others, found.unread);
    }

    private void read(Descriptor descriptor, int depth, Found found) {
        boolean isAttestation =
                descriptor.platform().filter(p -> p.os().equals("unknown")).isPresent();
        faults.collect(() -> {
            if (isAttestation || !ManifestForm.isKnown(descriptor, files.place(descriptor))) {
                found.others.add(descriptor);
            } else if (MediaType.isIndex(descriptor.mediaType())) {
                readIndex(descriptor, depth, found);
            } else if (!descriptor.platform().map(found.wanted::test).orElse(true)) {
                found.unread.add(descriptor.platform().get());
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
        byte[] bytes = document(descriptor);
        ManifestForm.check(bytes, descriptor, files.place(descriptor));
        Document<Index> index = OciJson.index(bytes, files.place(descriptor));
        found.indexes.add(index);
        index.value().manifests().forEach(child -> read(child, depth + 1, found));
    }

    /** Returns the image, or empty for an artifact such as a signature or a bill of materials. */
    private Optional<Image> image(Descriptor descriptor) {
        byte[] bytes = document(descriptor);
        ManifestForm.check(bytes, descriptor, files.place(descriptor));
        Document<Manifest> manifest = OciJson.manifest(bytes, files.place(descriptor));
        Descriptor configured = manifest.value().config();
        if (!MediaType.isConfig(configured.mediaType())) {
            return Optional.empty();
        }
        Document<ImageConfig> config =
                OciJson.config(document(configured), configured.mediaType(), files.place(configured));
        List<Descriptor> layers = manifest.value().layers();
        if (config.value().diffIds().size() != layers.size()) {
            throw damaged(descriptor, "its config has not one diffID for each layer");
        }
        List<Blob> blobs = layers.stream().map(files::blob).toList();
        return Optional.of(new Image(manifest, config, blobs));
    }

    private byte[] document(Descriptor descriptor) {
        if (descriptor.size() > ImageFiles.LARGEST_DOCUMENT) {
            throw damaged(
                    descriptor,
                    "a manifest, index or config has at most " + ImageFiles.LARGEST_DOCUMENT + " bytes, not "
                            + descriptor.size());
        }
        return budget.spend(files.place(descriptor), () -> files.document(descriptor));
    }

    private LayeredFailure damaged(Descriptor descriptor, String reason) {
        return LayoutFailure.image(files.place(descriptor), Shown.text(reason));
    }
}
