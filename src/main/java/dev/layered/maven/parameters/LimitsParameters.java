package dev.layered.maven.parameters;

/** The element {@code <limits>}: what the image may not exceed. */
public final class LimitsParameters {

    /** The layers of the image at most, those of the base counted, 1 to 127. By default 127. Example: {@code 100}. */
    Integer imageLayers;

    /** Above so many layers there is a warning, those of the base counted, 1 to 127. By default 40. Example: {@code 60}. */
    Integer imageLayersWarn;
}
