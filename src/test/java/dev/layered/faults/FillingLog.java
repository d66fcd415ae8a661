package dev.layered.faults;

import dev.layered.outcome.BuildLog;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import dev.layered.real.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Fills a disk as soon as a run, which found room enough on it, begins to write. */
final class FillingLog implements BuildLog {

    private final SmallDisk disk;
    private final int pagesLeft;
    private boolean isFilled;

    FillingLog(SmallDisk disk, int pagesLeft) {
        this.disk = disk;
        this.pagesLeft = pagesLeft;
    }

    @Override
    public synchronized Progress begin(Work work) {
        if (!isFilled) {
            isFilled = true;
            try {
                disk.leaveFree(pagesLeft);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Progress.UNHEARD;
    }
}
