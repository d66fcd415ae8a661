package dev.layered.faults;

/** How much a test does: little in every build, much with the Maven profile {@code long}. */
final class Effort {

    private Effort() {}

    /** Returns how often or how many. */
    static int of(int usually, int inTheLongForm) {
        return Boolean.getBoolean("layered.long") ? inTheLongForm : usually;
    }
}
