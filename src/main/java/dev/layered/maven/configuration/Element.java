package dev.layered.maven.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * One element of the configuration: immutable, and it knows where it comes from.
 *
 * @param name the element's name
 * @param text its text, or null where there is none but white space
 * @param fallback the default that Maven puts in where text and children are missing, or null
 * @param children the elements inside
 * @param origin where the element stands
 */
record Element(String name, String text, String fallback, List<Element> children, Origin origin) {

    private static final String FALLBACK = "default-value";

    /** Takes a copy of the children. */
    Element {
        children = List.copyOf(children);
    }

    /** Returns an element that holds a text. */
    static Element text(String name, String text, Origin origin) {
        return new Element(name, text == null || text.isBlank() ? null : text.trim(), null, List.of(), origin);
    }

    /** Returns an element that holds elements. */
    static Element parent(String name, List<Element> children, Origin origin) {
        return new Element(name, null, null, children, origin);
    }

    /** Returns Maven's element, which does not know its line. */
    static Element of(PlexusConfiguration configuration) {
        List<Element> children = new ArrayList<>();
        for (PlexusConfiguration child : configuration.getChildren()) {
            children.add(of(child));
        }
        Element text = text(configuration.getName(), configuration.getValue(null), Origin.UNKNOWN);
        return new Element(text.name, text.text, configuration.getAttribute(FALLBACK), children, Origin.UNKNOWN);
    }

    /** Whether the element says anything, so that a weaker source must not fill it. */
    boolean isSet() {
        return text != null || !children.isEmpty();
    }

    /** Returns the first child of that name. */
    Optional<Element> child(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).findFirst();
    }

    /** Returns the children of that name. */
    List<Element> all(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).toList();
    }

    /** Returns this element with other children. */
    Element with(List<Element> others) {
        return new Element(name, text, fallback, others, origin);
    }

    /** Returns this element with the child in place of those of the same name. */
    Element with(Element child) {
        List<Element> others = new ArrayList<>(
                children.stream().filter(c -> !c.name.equals(child.name)).toList());
        others.add(child);
        return with(others);
    }

    /** Returns this element, and all in it, with the origins of the same elements of the pom. */
    Element locatedBy(Element pom) {
        List<Element> located = new ArrayList<>();
        for (Element child : children) {
            long before =
                    located.stream().filter(c -> c.name.equals(child.name)).count();
            located.add(pom.all(child.name).stream()
                    .skip(before)
                    .findFirst()
                    .map(child::locatedBy)
                    .orElse(child));
        }
        return new Element(name, text, fallback, located, pom.origin);
    }

    /** Returns the element in the form that Maven binds; attributes other than the default are left behind. */
    PlexusConfiguration toPlexus() {
        DefaultPlexusConfiguration plexus = new DefaultPlexusConfiguration(name);
        if (text != null) {
            plexus.setValue(text);
        }
        if (fallback != null) {
            plexus.setAttribute(FALLBACK, fallback);
        }
        children.forEach(child -> plexus.addChild(child.toPlexus()));
        return plexus;
    }
}
