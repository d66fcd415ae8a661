package dev.layered.maven.configuration;

import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns texts of the configuration into values, and notes what is wrong with the place where it was written.
 *
 * @param place of the element that is being read
 */
public record Reading(Mistakes mistakes, PomLocations place) {

    /** Returns the reading of an element inside this one. */
    public Reading at(String... names) {
        return new Reading(mistakes, place.at(names));
    }

    /** Returns the reading of an item of this list, counted from 0. */
    public Reading item(int index) {
        return new Reading(mistakes, place.item(index));
    }

    /** Returns the reading of this element, of which what is missing is read from the other one. */
    public Reading over(Reading other) {
        return new Reading(mistakes, place.over(other.place));
    }

    /** Returns the value, or empty where reading it threw a mistake, which is noted. */
    public <T> Optional<T> value(Supplier<T> reader) {
        return mistakes.read(place.place(), reader);
    }

    /** Notes a mistake in this element. */
    public void mistake(String id, String what, String fix) {
        mistakes.add(new Problem(id, what, place.place(), fix));
    }
}
