package dev.layered.natives;

import dev.layered.failure.Shown;
import dev.layered.plan.Coordinates;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one artifact.
 *
 * @param artifact of the class path
 * @param candidates what may stand in its place, in the order in which to ask for it; empty unless a sibling goes in
 * @param mayBeMissing whether the artifact is left out where there is none of the candidates
 * @param reason why, to be read behind a colon
 * @param namedBy the place of the rule that names the only candidate; empty where nobody names one
 */
public record Choice(
        Fit fit,
        Coordinates artifact,
        List<Coordinates> candidates,
        boolean mayBeMissing,
        String reason,
        Optional<String> namedBy) {

    /** How an artifact of the class path fits a platform. */
    public enum Fit {
        /** It names no platform, or a rule keeps it: it goes in. */
        SAME,
        /** It is for this platform: it goes in. */
        OWN,
        /** Another one goes in at its place. */
        SIBLING,
        /** It is left out. */
        NONE
    }

    Choice(Fit fit, Coordinates artifact, String reason) {
        this(fit, artifact, List.of(), false, reason, Optional.empty());
    }

    Choice by(String place) {
        return new Choice(fit, artifact, candidates, mayBeMissing, reason, Optional.of(place));
    }

    /** Returns what becomes of the artifact where there is none of the candidates. */
    public Choice unfound() {
        String tried = Shown.list(candidates);
        return new Choice(Fit.NONE, artifact, reason + ", nothing goes in: there is no " + tried);
    }
}
