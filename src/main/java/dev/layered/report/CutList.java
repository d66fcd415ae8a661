package dev.layered.report;

import java.util.ArrayList;
import java.util.List;

/** Lists as long as people read them. */
final class CutList {

    private static final int MOST = 10;

    private final boolean all;

    /** Cuts nothing where all is asked for. */
    CutList(boolean all) {
        this.all = all;
    }

    /** Returns how many of so many are shown. */
    int shown(int size) {
        // a line that says "1 more" is as long as the one it stands for
        return all || size <= MOST + 1 ? size : MOST;
    }

    /** Returns the lines for the first items, and one that counts the others. */
    List<String> lines(List<String> lines, int size, String what) {
        List<String> cut = new ArrayList<>(lines);
        if (size > lines.size()) {
            cut.add("and " + (size - lines.size()) + " more " + what);
        }
        return cut;
    }
}
