package dev.layered.plan;

/**
 * The base image that a user chose.
 *
 * @param from as the user wrote it: {@code scratch}, {@code oci:DIR}, ...
 * @param place where it was written, for messages
 */
public record BaseChoice(String from, String place) {

    @Override
    public String toString() {
        return from;
    }
}
