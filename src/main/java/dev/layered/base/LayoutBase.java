package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.image.ImageConfig;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.image.Platform;
import dev.layered.layout.ImageLayout;
import dev.layered.plan.BaseChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A base image in an image layout on disk: a single image, or one index of several platforms. */
final class LayoutBase {

    /** An index may hold indexes; deeper than this nobody nests them in earnest. */
    private static final int DEEPEST = 4;

    private final ImageLayout layout;
    private final BaseChoice choice;
    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(Platform platform, Document<Manifest> manifest, Document<ImageConfig> config) {}

    private LayoutBase(ImageLayout layout, BaseChoice choice) {
        this.layout = layout;
        this.choice = choice;
    }

    /**
     * Reads every image of the layout, manifests and configs only.
     *
     * @param choice for messages
     * @throws LayeredFailure {@code base-damaged} or what {@link ImageLayout} throws
     */
    static LayoutBase read(ImageLayout layout, BaseChoice choice) {
        LayoutBase base = new LayoutBase(layout, choice);
        layout.images().forEach(descriptor -> base.read(descriptor, 0));
        return base;
    }

    private void read(Descriptor descriptor, int depth) {
        if (descriptor.platform().filter(p -> p.os().equals("unknown")).isPresent()) {
            return; // attestations stand in the index as images of platform unknown/unknown
        }
        byte[] bytes = layout.document(descriptor);
        String source = layout.path(descriptor.digest()).toString();
        boolean isIndex = OciJson.isIndex(bytes, source)
                .orElseThrow(() -> damaged(descriptor, "it must hold either layers or manifests"));
        boolean saysIndex = MediaType.isIndex(descriptor.mediaType());
        if (isIndex != saysIndex || !isIndex && !MediaType.isManifest(descriptor.mediaType())) {
            throw damaged(
                    descriptor, "what its index calls " + Shown.text(descriptor.mediaType()) + " is something else");
        }
        if (isIndex && depth == DEEPEST) {
            throw damaged(descriptor, "indexes are nested too deep");
        }
        if (isIndex) {
            OciJson.index(bytes, source).value().manifests().forEach(child -> read(child, depth + 1));
        } else {
            readImage(descriptor, OciJson.manifest(bytes, source));
        }
    }

    private void readImage(Descriptor descriptor, Document<Manifest> manifest) {
        Descriptor configDescriptor = manifest.value().config();
        if (!MediaType.isConfig(configDescriptor.mediaType())) {
            return; // an artifact such as a signature or a bill of materials, not an image
        }
        Document<ImageConfig> config = OciJson.config(
                layout.document(configDescriptor),
                configDescriptor.mediaType(),
                layout.path(configDescriptor.digest()).toString());
        if (config.value().diffIds().size() != manifest.value().layers().size()) {
            throw damaged(descriptor, "its config has not one diffID for each layer");
        }
        Platform platform = exact(descriptor.platform(), config.value().platform());
        candidates.add(new Candidate(platform, manifest, config));
    }

    /** Some configs leave out the variant that the index names. */
    private static Platform exact(Optional<Platform> inIndex, Platform inConfig) {
        return inIndex.filter(platform -> inConfig.variant().isEmpty()
                        && platform.os().equals(inConfig.os())
                        && platform.architecture().equals(inConfig.architecture()))
                .orElse(inConfig);
    }

    /**
     * Returns the image of the platform.
     *
     * @throws LayeredFailure {@code base-platform} if there is none, {@code base-ambiguous} if there are several
     */
    BaseImage image(Platform platform) {
        List<Candidate> matching = candidates.stream()
                .filter(candidate -> platform.matches(candidate.platform()))
                .toList();
        if (matching.isEmpty()) {
            throw LayeredFailure.mistake(
                    "base-platform",
                    "The base image " + Shown.quoted(choice) + " has no image for " + Shown.quoted(platform)
                            + "; it has " + offered() + ".",
                    choice.place(),
                    "name only platforms of the base, or choose a base that has " + platform);
        }
        if (matching.stream().map(c -> c.manifest().digest()).distinct().count() > 1) {
            throw LayeredFailure.mistake(
                    "base-ambiguous",
                    "The base image " + Shown.quoted(choice) + " holds several images for " + Shown.quoted(platform)
                            + ".",
                    choice.place(),
                    "copy the one you mean to a folder of its own, e.g. with skopeo copy, and name that folder");
        }
        return base(matching.get(0));
    }

    private String offered() {
        List<Platform> platforms =
                candidates.stream().map(Candidate::platform).distinct().sorted().toList();
        return platforms.isEmpty() ? "none" : Shown.list(platforms);
    }

    private BaseImage base(Candidate candidate) {
        ImageConfig config = candidate.config().value();
        ImageConfig exact = new ImageConfig(
                candidate.platform(),
                config.created(),
                config.author(),
                config.runtime(),
                config.diffIds(),
                config.history(),
                config.other());
        return new BaseImage(
                exact,
                candidate.manifest().value().layers().stream().map(layout::blob).toList());
    }

    private LayeredFailure damaged(Descriptor descriptor, String reason) {
        return LayeredFailure.mistake(
                "base-damaged",
                "The base image " + Shown.quoted(choice) + " cannot be used: " + reason + ".",
                Shown.text(layout.path(descriptor.digest()).toString()),
                "make the layout again with the tool that wrote it");
    }
}
