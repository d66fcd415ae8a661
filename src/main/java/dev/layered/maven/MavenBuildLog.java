package dev.layered.maven;

import dev.layered.image.Descriptor;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.Transfer;
import dev.layered.report.Sizes;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.logging.Log;

/** Says to Maven's log what a run does. */
final class MavenBuildLog implements BuildLog {

    /** What is read in less than a blink needs no line. */
    private static final long WORTH_A_LINE = 10_000_000;

    private final Log log;
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    MavenBuildLog(Log log) {
        this.log = log;
    }

    @Override
    public void warning(String text) {
        log.warn(text);
    }

    @Override
    public void note(String text) {
        log.info(text);
    }

    @Override
    public void detail(String text) {
        log.debug(text);
    }

    @Override
    public void writingLayer(String name, int files, long bytes) {
        log.info("writing layer " + name + ": " + files + (files == 1 ? " file, " : " files, ") + Sizes.of(bytes));
    }

    @Override
    public void readingLayer(String layer, long bytes) {
        String text = "reading " + layer + ": " + Sizes.of(bytes);
        if (bytes < WORTH_A_LINE) {
            log.debug(text);
        } else {
            log.info(text);
        }
    }

    @Override
    public void sending(String name, long sent, long size) {
        if (size < WORTH_A_LINE) {
            return;
        }
        int tenth = (int) (sent * 10 / size);
        Integer last = told.put(name, tenth);
        if (sent < size && (last == null || tenth != last)) {
            log.info("uploading " + name + ": " + Sizes.of(sent) + " of " + Sizes.of(size));
        }
    }

    @Override
    public void transferred(String name, Transfer transfer) {
        String text = name + " " + transfer.digest().shortHex() + ", " + Sizes.of(transfer.size()) + ": "
                + transfer.way().name().toLowerCase(Locale.ROOT);
        if (transfer.sent() < WORTH_A_LINE) {
            log.debug(text);
        } else {
            log.info(text);
        }
    }

    @Override
    public void fetchingLayer(Descriptor layer, String from) {
        log.info("fetching layer " + layer.digest().shortHex() + " of " + from + ": " + Sizes.of(layer.size()));
    }

    @Override
    public void layerReady(LayerOutcome layer) {
        log.debug("layer " + layer.name() + " is " + layer.origin().word() + ": key " + layer.key() + ", digest "
                + layer.descriptor().digest() + ", diffID " + layer.diffId());
    }
}
