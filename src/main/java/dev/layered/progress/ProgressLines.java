package dev.layered.progress;

import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import dev.layered.report.Sizes;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Long work as lines of a log, for terminals that nobody looks at.
 *
 * <p>While work goes on there is a line when 10 seconds have passed since its beginning or its last line and a tenth of
 * its bytes was moved since, so at most nine lines for a blob; where a tenth takes longer than a minute, there is a line
 * each minute. When it is done there is one line, unless the blob had less than {@value #WORTH_A_LINE} bytes and took
 * less than 10 seconds: an image may have hundreds of small blobs, and the summary names its layers. The making of a
 * layer, which the log tells of when it begins, has that line only after 10 seconds. Lines are written when bytes move,
 * so that what stands still is not shown.
 */
public final class ProgressLines implements ProgressView {

    /** In bytes. */
    private static final long WORTH_A_LINE = 1_000_000;

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(60);
    private static final int PARTS = 10;

    private final Consumer<String> lines;
    private final LongSupplier nanos;

    /**
     * Writes nothing yet.
     *
     * @param lines takes each line; thread-safe
     * @param nanos a clock as {@code System.nanoTime}
     */
    public ProgressLines(Consumer<String> lines, LongSupplier nanos) {
        this.lines = lines;
        this.nanos = nanos;
    }

    @Override
    public Progress begin(Work work) {
        return new Lines(work, nanos.getAsLong());
    }

    private final class Lines implements Progress {

        private final Work work;
        private final long start;
        private long done;
        private long lastDone;
        private long lastTime;
        private boolean ended;

        Lines(Work work, long start) {
            this.work = work;
            this.start = start;
            this.lastTime = start;
        }

        @Override
        public synchronized void at(long bytes) {
            done = bytes;
            lastDone = Math.min(lastDone, done);
            long now = nanos.getAsLong();
            long pause = now - lastTime;
            boolean isTenth = done - lastDone >= work.size() / PARTS;
            if (!ended && done < work.size() && (pause >= PAUSE && isTenth || pause >= LONGEST_PAUSE)) {
                lastDone = done;
                lastTime = now;
                lines.accept(Words.doing(work.kind()) + " " + work.name() + ": " + Sizes.of(done) + " of "
                        + Sizes.of(work.size()) + ", " + Words.percent(done, work.size()) + ", "
                        + Words.rate(done, now - start));
            }
        }

        @Override
        public synchronized void done() {
            long time = nanos.getAsLong() - start;
            boolean isWorth = work.size() >= WORTH_A_LINE && work.kind() != Work.Kind.WRITE;
            if (!ended && (isWorth || time >= PAUSE)) {
                lines.accept(Words.did(work.kind()) + " " + work.name() + ": " + Sizes.of(work.size()) + " in "
                        + String.format(Locale.ROOT, "%.1f s", time / 1e9) + ", " + Words.rate(work.size(), time));
            }
            ended = true;
        }

        @Override
        public synchronized void close() {
            ended = true;
        }
    }
}
