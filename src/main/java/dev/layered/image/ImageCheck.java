package dev.layered.image;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves that an image is what the OCI image spec asks for, and collects every fault.
 *
 * <p>It compares and reads nothing: what a blob is, {@link #blob} and {@link #diffId} are told. Not thread-safe.
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
    public ImageCheck index(Index index, List<Image> images) {
        String where = "the image index";
        mediaType(MediaType.isIndex(index.mediaType()), index.mediaType(), "index", where);
        List<Descriptor> manifests = index.manifests();
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
            if (!manifest.platform()
                    .filter(said -> isAsExact(said, image.platform()))
                    .isPresent()) {
                fault("check-platform", "The index says " + platform + ", the config " + image.platform() + ".", where);
            }
        }
        return this;
    }

    /** Some configs leave out the variant that the index names. */
    private static boolean isAsExact(Platform inIndex, Platform inConfig) {
        return inIndex.equals(inConfig)
                || inConfig.variant().isEmpty()
                        && inIndex.os().equals(inConfig.os())
                        && inIndex.architecture().equals(inConfig.architecture());
    }

    /** Compares what a descriptor says of a blob with what its bytes are. */
    public ImageCheck blob(Descriptor said, Descriptor found, String where) {
        compare(said, found, where);
        return this;
    }

    /** Compares the media type of a layer with the one that its bytes tell, as far as both are known to us. */
    public ImageCheck form(String said, String found, String where) {
        String wanted = MediaType.compression(said);
        if (!wanted.isEmpty() && !found.isEmpty() && !wanted.equals(MediaType.compression(found))) {
            fault(
                    "check-media-type",
                    "The layer's media type is " + Shown.quoted(said) + ", but it is " + Shown.quoted(found) + ".",
                    where);
        }
        return this;
    }

    /** Compares what a config says of the uncompressed layer with what it is. */
    public ImageCheck diffId(Digest said, Digest found, String where) {
        if (!said.equals(found)) {
            fault("check-diff-ids", "The layer's diffID is " + found + ", the config says " + said + ".", where);
        }
        return this;
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

    /** Returns every fault found, in the order of the checks. */
    public List<Problem> faults() {
        return faults.all();
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
