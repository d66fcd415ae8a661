package dev.layered.maven.parameters;

import dev.layered.maven.configuration.Reading;
import java.util.OptionalLong;

/** The element {@code <limits>}: what the image may not exceed. */
public final class LimitsParameters {

    /** The layers of the image at most, those of the base counted, 1 to 127. By default 127. Example: {@code 100}. */
    Integer imageLayers;

    /** Above so many layers there is a warning, those of the base counted, 1 to 127. By default 40. Example: {@code 60}. */
    Integer imageLayersWarn;

    /** Above so many bytes of its files there is a warning of a layer of ours. By default none. Example: {@code 50 MB}. */
    String layerSizeWarn;

    /** Returns this element, a variant's, with what it leaves out as the other one, the project's, has it. */
    LimitsParameters over(LimitsParameters outer) {
        LimitsParameters merged = new LimitsParameters();
        merged.imageLayers = imageLayers == null ? outer.imageLayers : imageLayers;
        merged.imageLayersWarn = imageLayersWarn == null ? outer.imageLayersWarn : imageLayersWarn;
        merged.layerSizeWarn = layerSizeWarn == null ? outer.layerSizeWarn : layerSizeWarn;
        return merged;
    }

    /** Returns above how many bytes there is a warning of a layer; notes {@code size-form}. */
    public OptionalLong layerSizeWarn(Reading limits) {
        return ByteSize.read(layerSizeWarn, limits.at("layerSizeWarn"));
    }
}
