package dev.layered.layering;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives layers names that are legal, {@code a-z 0-9 . _ -}, and that no other layer bears. */
public final class LayerTitles {

    /** Leaves room for a number behind it; a layer's name has at most 63 characters. */
    private static final int LONGEST = 58;

    private final Set<String> taken;

    /** Begins with names that other layers bear. */
    public LayerTitles(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** Returns a name like the text, and takes it; where it is taken already, with the first free number behind it. */
    public String title(String text) {
        String legal =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-").replaceFirst("^[._-]+", "");
        String name = legal.isEmpty() ? "layer" : legal.substring(0, Math.min(LONGEST, legal.length()));
        String title = name;
        for (int number = 2; !taken.add(title); number++) {
            title = name + "-" + number;
        }
        return title;
    }
}
