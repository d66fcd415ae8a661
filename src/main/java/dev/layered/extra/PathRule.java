package dev.layered.extra;

import dev.layered.folder.Glob;

/** Says something of all paths of the image that a pattern matches. */
interface PathRule {

    Glob files();

    /** Returns what it says, as text. */
    String value();

    String place();
}
