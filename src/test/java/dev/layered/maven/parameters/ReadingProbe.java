package dev.layered.maven.parameters;

import dev.layered.failure.FailureAssert;
import dev.layered.failure.Mistakes;
import dev.layered.maven.configuration.PomLocations;
import dev.layered.maven.configuration.Reading;

/** A reading of a configuration without lines, and what was noted in it. */
final class ReadingProbe {

    private final Reading root = new Reading(new Mistakes(), PomLocations.unknown());

    /** Returns the reading of a parameter. */
    Reading at(String parameter) {
        return root.at(parameter);
    }

    /** Returns the reading of all parameters. */
    Reading configuration() {
        return root;
    }

    /** Nothing was noted. */
    void assertNoMistake() {
        root.mistakes().throwIfAny();
    }

    /** Something was noted. */
    FailureAssert assertMistakes() {
        return FailureAssert.assertFailure(root.mistakes()::throwIfAny);
    }
}
