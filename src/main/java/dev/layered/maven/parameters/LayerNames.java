package dev.layered.maven.parameters;

import java.util.regex.Pattern;

/** What a layer can be called. */
final class LayerNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private LayerNames() {}

    /** Whether the text, without the space around it, is a name. */
    static boolean isName(String text) {
        return text != null && NAME.matcher(text.strip()).matches();
    }
}
