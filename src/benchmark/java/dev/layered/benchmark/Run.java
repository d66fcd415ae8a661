package dev.layered.benchmark;

import java.util.Locale;

/**
 * The figures of one build.
 *
 */
record Run(
        Application application,
        Scenario scenario,
        Tool tool,
        int round,
        Cost cost,
        Traffic traffic,
        Contents contents) {

    /**
     * What was in the registry afterwards, and how busy the machine was.
     *
     * @param image bytes of the image, compressed
     * @param pull bytes that a host which has the image of before must pull
     * @param load the load average
     */
    record Contents(long image, long pull, double load) {}

    /** The heading of {@link #line}. */
    static final String HEADING =
            "application,scenario,tool,round,wall,cpu,memory,sent,received,requests,blobs,image,pull,load";

    /** Returns a line of comma separated values. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%d,%.2f,%.2f,%d,%d,%d,%d,%d,%d,%d,%.2f",
                application,
                scenario,
                tool,
                round,
                cost.wall(),
                cost.cpu(),
                cost.memory(),
                traffic.sent(),
                traffic.received(),
                traffic.requests(),
                traffic.blobs(),
                contents.image(),
                contents.pull(),
                contents.load());
    }
}
