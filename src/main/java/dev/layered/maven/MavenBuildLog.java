package dev.layered.maven;

import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Transfer;
import dev.layered.outcome.Work;
import dev.layered.progress.ProgressView;
import dev.layered.report.Sizes;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/** Says to Maven's log what a run does. */
final class MavenBuildLog implements BuildLog {

    /** What is read in less than a blink needs no line. */
    private static final long WORTH_A_LINE = 10_000_000;

    private final Log log;
    private final ProgressView progress;

    /** {@code progress} shows work that takes long, and is out of the way while a line is written. */
    MavenBuildLog(Log log, ProgressView progress) {
        this.log = log;
        this.progress = progress;
    }

    private void info(String text) {
        progress.clear();
        log.info(text);
    }

    private void debug(String text) {
        if (log.isDebugEnabled()) {
            progress.clear();
            log.debug(text);
        }
    }

    @Override
    public void warning(String text) {
        progress.clear();
        log.warn(text);
    }

    @Override
    public void note(String text) {
        info(text);
    }

    @Override
    public void detail(String text) {
        debug(text);
    }

    @Override
    public void writingLayer(String name, int files, long bytes) {
        info("writing layer " + name + ": " + files + (files == 1 ? " file, " : " files, ") + Sizes.of(bytes));
    }

    @Override
    public void readingLayer(String layer, long bytes) {
        String text = "reading " + layer + ": " + Sizes.of(bytes);
        if (bytes < WORTH_A_LINE) {
            debug(text);
        } else {
            info(text);
        }
    }

    @Override
    public Progress begin(Work work) {
        return progress.begin(work);
    }

    @Override
    public void transferred(String name, Transfer transfer) {
        debug(name + " " + transfer.digest().shortHex() + ", " + Sizes.of(transfer.size()) + ": "
                + transfer.way().name().toLowerCase(Locale.ROOT)
                + transfer.from().map(from -> " from " + from).orElse(""));
    }

    @Override
    public void layerReady(LayerOutcome layer) {
        debug("layer " + layer.name() + " is " + layer.origin().word() + ": key " + layer.key() + ", digest "
                + layer.descriptor().digest() + ", diffID " + layer.diffId());
    }
}
