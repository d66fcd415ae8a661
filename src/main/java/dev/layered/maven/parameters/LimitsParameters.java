package dev.layered.maven.parameters;

import dev.layered.maven.configuration.Reading;
import dev.layered.plan.SizeLimits;
import java.util.Optional;
import java.util.OptionalLong;

/** The element {@code <limits>}: what the image may not exceed. */
public final class LimitsParameters {

    /** The layers of the image at most, those of the base counted, 1 to 127. By default 127. Example: {@code 100}. */
    Integer imageLayers;

    /** Above so many layers there is a warning, those of the base counted, 1 to 127. By default 40. Example: {@code 60}. */
    Integer imageLayersWarn;

    /** Above so many bytes of its files there is a warning of a layer of ours. By default none. Example: {@code 50 MB}. */
    String layerSizeWarn;

    /**
     * Bytes of the image at most: the files of our layers and the compressed layers of the base, of each platform. By default
     * any. Example: {@code 2 GB}.
     */
    String image;

    /** Bytes of the files of the layers {@code classes} and {@code resources} at most. By default any. Example: {@code 50 MB}. */
    String appLayer;

    /** Returns this element, a variant's, with what it leaves out as the other one, the project's, has it. */
    LimitsParameters over(LimitsParameters outer) {
        LimitsParameters merged = new LimitsParameters();
        merged.imageLayers = imageLayers == null ? outer.imageLayers : imageLayers;
        merged.imageLayersWarn = imageLayersWarn == null ? outer.imageLayersWarn : imageLayersWarn;
        merged.layerSizeWarn = layerSizeWarn == null ? outer.layerSizeWarn : layerSizeWarn;
        merged.image = image == null ? outer.image : image;
        merged.appLayer = appLayer == null ? outer.appLayer : appLayer;
        return merged;
    }

    /** Returns above how many bytes there is a warning of a layer; notes {@code size-form}. */
    public OptionalLong layerSizeWarn(Reading limits) {
        return ByteSize.read(layerSizeWarn, limits.at("layerSizeWarn"));
    }

    /**
     * Returns how many bytes the image may have; notes {@code size-form}.
     *
     * @param isTold whether what has more is only warned of
     */
    public SizeLimits sizes(boolean isTold, Reading limits) {
        return new SizeLimits(limit(image, limits.at("image")), limit(appLayer, limits.at("appLayer")), isTold);
    }

    private static Optional<SizeLimits.Limit> limit(String given, Reading reading) {
        OptionalLong bytes = ByteSize.read(given, reading);
        return bytes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SizeLimits.Limit(bytes.getAsLong(), reading.place().place()));
    }
}
