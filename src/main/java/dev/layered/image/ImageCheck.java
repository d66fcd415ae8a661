package dev.layered.image;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Proves that an image is what the OCI image spec asks for, and collects every fault.
 *
 * <p>{@link #image} and {@link #index} compare documents, which costs next to nothing; {@link #contents} reads and
 * hashes every layer. Not thread-safe.
 */
public final class ImageCheck {

    private final Mistakes faults = new Mistakes();

    /** Checks manifest against config: media types, digests, sizes, and one diffID and history entry a layer. */
    public ImageCheck image(Image image) {
        Manifest manifest = image.manifest().value();
        ImageConfig config = image.config().value();
        String where = "the image for " + image.platform();
        mediaType(MediaType.isManifest(manifest.mediaType()), manifest.mediaType(), "manifest", where);
        mediaType(
                MediaType.isConfig(manifest.config().mediaType()),
                manifest.config().mediaType(),
                "config",
                where);
        manifest.layers()
                .forEach(layer ->
                        mediaType(MediaType.isWellFormed(layer.mediaType()), layer.mediaType(), "layer", where));
        compare(manifest.config(), image.config().descriptor(), "the config of " + where);
        int layers = manifest.layers().size();
        if (config.diffIds().size() != layers) {
            fault("check-diff-ids", layers + " layers, but " + config.diffIds().size() + " diffIDs.", where);
        }
        long steps =
                config.history().stream().filter(step -> !step.emptyLayer()).count();
        if (!config.history().isEmpty() && steps != layers) {
            fault("check-history", layers + " layers, but " + steps + " history entries of layers.", where);
        }
        if (image.layers().size() != layers) {
            fault("check-layers", layers + " layers, but " + image.layers().size() + " blobs.", where);
            return this;
        }
        for (int i = 0; i < layers; i++) {
            compare(manifest.layers().get(i), image.layers().get(i).descriptor(), "layer " + i + " of " + where);
        }
        return this;
    }

    /** Checks an index against its images: media types, digests, sizes, platforms, and no platform twice. */
    public ImageCheck index(Document<Index> index, List<Image> images) {
        String where = "the image index";
        mediaType(MediaType.isIndex(index.value().mediaType()), index.value().mediaType(), "index", where);
        List<Descriptor> manifests = index.value().manifests();
        if (manifests.size() != images.size()) {
            fault("check-layers", manifests.size() + " manifests, but " + images.size() + " images.", where);
            return this;
        }
        Set<String> platforms = new HashSet<>();
        for (int i = 0; i < manifests.size(); i++) {
            Descriptor manifest = manifests.get(i);
            Image image = images.get(i);
            mediaType(MediaType.isManifest(manifest.mediaType()), manifest.mediaType(), "manifest", where);
            compare(manifest, image.manifest().descriptor(), "manifest " + i + " of " + where);
            String platform = manifest.platform().map(Platform::toString).orElse("none");
            if (!platforms.add(platform)) {
                fault("check-platform", "The platform " + platform + " stands twice.", where);
            }
            if (!platform.equals(image.platform().toString())) {
                fault("check-platform", "The index says " + platform + ", the config " + image.platform() + ".", where);
            }
        }
        return this;
    }

    /** Reads every layer and compares digest, size and, unless it is compressed otherwise than by gzip, diffID. */
    public ImageCheck contents(Image image) throws IOException {
        List<Digest> diffIds = image.config().value().diffIds();
        for (int i = 0; i < image.layers().size(); i++) {
            Blob layer = image.layers().get(i);
            String where = "layer " + i + " of the image for " + image.platform();
            HashingOutputStream blob = new HashingOutputStream(OutputStream.nullOutputStream());
            try (InputStream in = layer.open()) {
                in.transferTo(blob);
            }
            Descriptor found = Descriptor.of(layer.descriptor().mediaType(), blob.digest(), blob.size());
            compare(layer.descriptor(), found, where);
            if (i >= diffIds.size()) {
                fault("check-diff-ids", "The config has no diffID for the layer.", where);
            } else if (found.digest().equals(layer.descriptor().digest())) {
                diffId(layer, diffIds.get(i), where);
            }
        }
        return this;
    }

    private void diffId(Blob layer, Digest wanted, String where) throws IOException {
        String mediaType = layer.descriptor().mediaType();
        boolean gzip = mediaType.endsWith("gzip");
        if (!gzip && !mediaType.endsWith("tar")) {
            return;
        }
        HashingOutputStream tar = new HashingOutputStream(OutputStream.nullOutputStream());
        try (InputStream blob = layer.open();
                InputStream in = gzip ? new GZIPInputStream(blob, 1 << 16) : blob) {
            in.transferTo(tar);
        } catch (ZipException | EOFException e) { // the blob itself was read to its end before
            fault(
                    "check-media-type",
                    "The layer's media type is " + Shown.quoted(mediaType) + ", but it is no whole gzip.",
                    where);
            return;
        }
        Digest found = tar.digest();
        if (!found.equals(wanted)) {
            fault("check-diff-ids", "The layer's diffID is " + found + ", the config says " + wanted + ".", where);
        }
    }

    private void compare(Descriptor said, Descriptor found, String where) {
        if (!said.digest().equals(found.digest())) {
            fault("check-digest", "The digest is " + found.digest() + ", not " + said.digest() + ".", where);
        }
        if (said.size() != found.size()) {
            fault("check-size", "The size is " + found.size() + " bytes, not " + said.size() + ".", where);
        }
    }

    private void mediaType(boolean right, String mediaType, String kind, String where) {
        if (!right) {
            fault("check-media-type", Shown.quoted(mediaType) + " is not the media type of a " + kind + ".", where);
        }
    }

    private void fault(String id, String what, String where) {
        faults.add(new Problem(id, what, where, "make the image again; if it stays, report it with plan.json"));
    }

    /** Whether no fault was found. */
    public boolean isClean() {
        return faults.isEmpty();
    }

    /**
     * Throws every fault found.
     *
     * @throws LayeredFailure {@code check-media-type}, {@code check-digest}, {@code check-size},
     *     {@code check-diff-ids}, {@code check-history}, {@code check-layers} or {@code check-platform}
     */
    public void throwIfAny() {
        faults.throwIfAny();
    }
}
