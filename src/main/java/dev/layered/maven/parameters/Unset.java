package dev.layered.maven.parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a parameter that the pom leaves out looks like: Maven leaves null, an empty element may leave null inside. */
public final class Unset {

    private Unset() {}

    /** Returns the list, or an empty one for null. */
    public static <T> List<T> none(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Returns the map in the order written, or an empty one for null; an empty element is an empty text. */
    public static Map<String, String> none(Map<String, String> map) {
        Map<String, String> filled = new LinkedHashMap<>();
        if (map != null) {
            map.forEach((name, value) -> filled.put(name, value == null ? "" : value));
        }
        return filled;
    }
}
