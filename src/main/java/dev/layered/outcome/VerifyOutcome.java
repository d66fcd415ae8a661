package dev.layered.outcome;

import dev.layered.failure.Problem;
import java.util.List;

/**
 * What the verification of an image found.
 *
 * @param location what was verified, as users name it
 * @param images names of the images there
 * @param checks in the order they were made
 * @param faults those that are to be shown, which may be fewer than the checks count; empty where the image is right
 * @param warnings what users should know and what makes no image wrong
 */
public record VerifyOutcome(
        String location,
        List<String> images,
        List<CheckOutcome> checks,
        List<Problem> faults,
        List<Problem> warnings) {}
