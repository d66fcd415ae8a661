package dev.layered.benchmark;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** The same figure of several rounds. */
record Spread(double least, double median, double most) {

    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Returns what is left without that. */
    Spread without(double alone) {
        return new Spread(least - alone, median - alone, most - alone);
    }

    /** Returns the median, and the least and most where they differ from it. */
    String text(String format) {
        String middle = String.format(Locale.ROOT, format, median);
        String from = String.format(Locale.ROOT, format, least);
        String to = String.format(Locale.ROOT, format, most);
        return from.equals(middle) && to.equals(middle) ? middle : middle + " (" + from + " to " + to + ")";
    }
}
