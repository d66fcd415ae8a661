package dev.layered.plan;

/**
 * An artifact of Maven's class path that an image does not have.
 *
 * @param why as part of a sentence
 */
public record LeftOut(Coordinates artifact, String why) {}
