package dev.layered.maven.configuration;

import java.util.List;

/**
 * Says of each value of the configuration where the user wrote it.
 *
 * <p>One object stands for one element; {@link #at} and {@link #item} step into it. Elements that are not there have
 * the line of the nearest one around them, since that is where they would be added. Immutable.
 */
public final class PomLocations {

    private final Element element;
    private final String path;
    private final Origin nearest;
    private final PomLocations under;

    private PomLocations(Element element, String path, Origin nearest, PomLocations under) {
        this.element = element;
        this.path = path;
        this.nearest = nearest;
        this.under = under;
    }

    /** Returns the locations of a whole configuration; {@code plugin} is where the plugin block stands. */
    static PomLocations of(Element configuration, Origin plugin) {
        return new PomLocations(configuration, "", configuration.origin().or(plugin), null);
    }

    /** Returns locations that know no lines. */
    public static PomLocations unknown() {
        return of(Element.parent("configuration", List.of(), Origin.UNKNOWN), Origin.UNKNOWN);
    }

    /** Returns the element inside this one, of several names one inside the other. */
    public PomLocations at(String... names) {
        PomLocations found = this;
        for (String name : names) {
            Element child =
                    found.element == null ? null : found.element.child(name).orElse(null);
            found = child == null && found.under != null ? found.under.at(name) : found.into(child, name);
        }
        return found;
    }

    /** Returns this element, of which what is missing is where the other one has it. */
    public PomLocations over(PomLocations other) {
        return new PomLocations(element, path, nearest, other);
    }

    /** Returns the item of this list, counted from 0. */
    public PomLocations item(int index) {
        boolean there = element != null && index < element.children().size();
        Element child = there ? element.children().get(index) : null;
        return into(child, there ? child.name() : "item");
    }

    private PomLocations into(Element child, String name) {
        Origin origin = child == null ? nearest : child.origin().or(nearest);
        return new PomLocations(child, path + "<" + name + ">", origin, null);
    }

    /**
     * Returns the place as users read it: {@code <from><image> in app/pom.xml:13}, {@code -Dlayered.from.image}, or
     * only the elements where no line is known.
     */
    public String place() {
        return nearest.of(path.isEmpty() ? "<configuration>" : path);
    }

    /** Whether the value stands in a pom, in its configuration or its properties. */
    public boolean isInPom() {
        return nearest.isInPom();
    }

    @Override
    public String toString() {
        return place();
    }
}
