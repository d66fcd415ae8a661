package dev.layered.benchmark;

import java.util.List;
import java.util.Locale;

/** What happened before a build, and what the build makes. */
enum Scenario {
    COLD("cold: caches and registry empty", 1),
    UNCHANGED("nothing changed", 1),
    CLASS("one class changed", 1),
    RESOURCE("one resource changed", 1),
    DEPENDENCY("one version changed", 1),
    CI_CLASS("caches empty, one class changed", 1),
    CI_UNCHANGED("caches empty, nothing changed", 1),
    LOCAL("no registry, nothing changed", 1),
    COLD2("cold, 2 platforms", 2),
    COLD4("cold, 4 platforms", 4);

    private static final List<String> PLATFORMS =
            List.of("linux/amd64", "linux/arm64", "linux/ppc64le", "linux/s390x");

    private final String title;
    private final int platforms;

    Scenario(String title, int platforms) {
        this.title = title;
        this.platforms = platforms;
    }

    /** Returns what a reader is told. */
    String title() {
        return title;
    }

    /** Returns the platforms, separated by commas. */
    String platforms() {
        return String.join(",", PLATFORMS.subList(0, platforms));
    }

    /** Returns all platforms that a base image must have. */
    static List<String> allPlatforms() {
        return PLATFORMS;
    }

    /** Whether neither the tool nor the registry knows anything. */
    boolean isCold() {
        return this == COLD || this == COLD2 || this == COLD4;
    }

    /** Whether the tool knows nothing, but the registry has the image of before. */
    boolean isStateless() {
        return this == CI_CLASS || this == CI_UNCHANGED;
    }

    /** Returns the name by which it is asked for. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
