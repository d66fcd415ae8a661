package dev.layered.maven;

import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOutcome;
import dev.layered.report.Sizes;
import org.apache.maven.plugin.logging.Log;

/** Says to Maven's log what a run does. */
final class MavenBuildLog implements BuildLog {

    private final Log log;

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
    public void layerReady(LayerOutcome layer) {
        log.debug("layer " + layer.name() + " is " + layer.origin().word() + ": key " + layer.key() + ", digest "
                + layer.descriptor().digest() + ", diffID " + layer.diffId());
    }
}
