package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.LayeringChoice;

/** Parameters that are a number of layers. */
final class LayerCount {

    private LayerCount() {}

    /** Returns the number, or the usual one where there is none or it is out of range; then notes {@code layers-range}. */
    static int read(Integer given, int usual, Reading reading) {
        if (given == null) {
            return usual;
        }
        if (given < 1 || given > LayeringChoice.MOST_LAYERS) {
            reading.mistake(
                    "layers-range",
                    Shown.quoted(given) + " is not a number of layers that an image can have.",
                    "write a number from 1 to " + LayeringChoice.MOST_LAYERS);
            return usual;
        }
        return given;
    }
}
