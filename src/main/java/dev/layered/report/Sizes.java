package dev.layered.report;

import java.util.Locale;

/** Numbers of bytes for people, in powers of ten as registries and disks count them. */
public final class Sizes {

    private Sizes() {}

    /** Returns e.g. {@code 999 B}, {@code 1.0 kB}, {@code 57.7 MB}. */
    public static String of(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
