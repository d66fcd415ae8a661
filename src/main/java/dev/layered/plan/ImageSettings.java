package dev.layered.plan;

import dev.layered.image.ImageFormat;
import dev.layered.image.RuntimeConfig;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is said of an image beside its layers.
 *
 * @param runtime how the image is started, on top of what the base says
 * @param annotations of manifests and index that the user wants, as far as the format has any
 * @param created time in config and history, RFC 3339
 * @param format the media types of all documents and layers
 * @param root the folder of the application, without a slash at either end; empty for the image's root
 * @param info what the image says of itself besides, in labels and annotations
 */
public record ImageSettings(
        RuntimeConfig runtime,
        Map<String, String> annotations,
        String created,
        ImageFormat format,
        String root,
        ImageInfo info) {

    /** Returns the settings of one image, which says more than what is said for all. */
    public ImageSettings of(UnaryOperator<RuntimeConfig> starting, UnaryOperator<Map<String, String>> annotating) {
        return new ImageSettings(starting.apply(runtime), annotating.apply(annotations), created, format, root, info);
    }

    /** Leaves out annotations that the format has no place for. */
    public ImageSettings {
        annotations = format.annotations(annotations);
    }

    /** Settings of an image that says of itself only what the user wants. */
    public ImageSettings(
            RuntimeConfig runtime, Map<String, String> annotations, String created, ImageFormat format, String root) {
        this(runtime, annotations, created, format, root, ImageInfo.NONE);
    }

    /** Returns the labels of the image; {@code known} is what it says of itself, once its base is known. */
    public Map<String, String> labels(Map<String, String> ofBase, ImageInfo known) {
        return known.between(ofBase, runtime.labels());
    }

    /** Returns the annotations of manifests and index; {@code known} is what it says of itself, once its base is known. */
    public Map<String, String> annotations(ImageInfo known) {
        return format.annotations(known.between(Map.of(), annotations));
    }
}
