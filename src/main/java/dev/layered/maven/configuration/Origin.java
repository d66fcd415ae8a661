package dev.layered.maven.configuration;

/** Where a value comes from: a line of a pom, a property, or nowhere that can be named. */
final class Origin {

    /** Neither the pom nor a property, for example a parameter's default. */
    static final Origin UNKNOWN = new Origin(null, null);

    private final String line;
    private final String property;

    private Origin(String line, String property) {
        this.line = line;
        this.property = property;
    }

    /** Returns an element's place in a pom, for example {@code app/pom.xml:13}. */
    static Origin line(String line) {
        return new Origin(line, null);
    }

    /** Returns a property, as users would write it, for example {@code -Dlayered.from.image}. */
    static Origin property(String property) {
        return new Origin(null, property);
    }

    /** Returns the origin of a value that this place, of a pom or unknown, declares as a property. */
    Origin declaring(String name) {
        return new Origin(line, of("<properties><" + name + ">"));
    }

    /** Whether the value stands in a pom. */
    boolean isInPom() {
        return property == null || line != null;
    }

    /** Returns this origin, or the other one where this one is unknown. */
    Origin or(Origin other) {
        return this == UNKNOWN ? other : this;
    }

    /** Returns the file and line, or what stands for them. */
    String shortly() {
        return property != null ? property : line != null ? line : "the configuration";
    }

    /** Returns the place of an element, given as {@code <from><image>}. */
    String of(String elements) {
        return property != null ? property : line != null ? elements + " in " + line : elements;
    }
}
