package dev.layered.maven.configuration;

import dev.layered.failure.Problem;
import java.util.List;

/**
 * What reading a configuration found besides the values.
 *
 * @param mistakes what must be mended before the goal can run; the parts concerned are left unbound
 * @param warnings what is surely not meant but does no harm
 * @param locations where each value comes from
 */
public record ReadConfiguration(List<Problem> mistakes, List<Problem> warnings, PomLocations locations) {

    /** Takes copies of the lists. */
    public ReadConfiguration {
        mistakes = List.copyOf(mistakes);
        warnings = List.copyOf(warnings);
    }

    /** Returns a reading that found nothing, for a mojo that was not bound by the configurator. */
    public static ReadConfiguration nothing() {
        return new ReadConfiguration(List.of(), List.of(), PomLocations.unknown());
    }
}
