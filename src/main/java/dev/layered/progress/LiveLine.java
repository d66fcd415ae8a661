package dev.layered.progress;

import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import dev.layered.report.Sizes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * All work that goes on, as one line that is written again and again at the same place of a terminal.
 *
 * <p>It counts the work since the last moment when there was none, and has at most {@value #WIDEST} characters, as the
 * terminal's width is not known. It is written when bytes move, at most five times a second, and gone when nothing goes
 * on. No escape sequences: a carriage return and spaces do on every terminal.
 */
public final class LiveLine implements ProgressView {

    private static final int WIDEST = 79;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Consumer<String> terminal;
    private final LongSupplier nanos;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Part> open = new HashSet<>();
    private long start;
    private long drawn;
    private int width;

    /**
     * Writes nothing yet.
     *
     * @param terminal takes text as it is, and shows it at once
     * @param nanos a clock as {@code System.nanoTime}
     */
    public LiveLine(Consumer<String> terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
    }

    @Override
    public synchronized Progress begin(Work work) {
        if (open.isEmpty()) {
            parts.clear();
            start = nanos.getAsLong();
            drawn = start;
        }
        Part part = new Part(work);
        parts.add(part);
        open.add(part);
        return part;
    }

    @Override
    public synchronized void clear() {
        if (width > 0) {
            terminal.accept("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }

    private void moved() {
        long now = nanos.getAsLong();
        if (now - drawn >= PAUSE) {
            drawn = now;
            String line = line(now);
            terminal.accept("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        }
    }

    private String line(long now) {
        Map<Work.Kind, Integer> kinds = new EnumMap<>(Work.Kind.class);
        open.forEach(part -> kinds.merge(part.work.kind(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        kinds.forEach((kind, count) -> words.add(Words.doing(kind) + " " + count));
        long size = parts.stream().mapToLong(part -> part.work.size()).sum();
        long done = parts.stream().mapToLong(part -> part.done).sum();
        String line = String.join(", ", words) + (open.size() == 1 ? " layer  " : " layers  ") + Sizes.of(done) + " of "
                + Sizes.of(size) + "  " + Words.percent(done, size) + "  " + Words.rate(done, now - start);
        return line.substring(0, Math.min(line.length(), WIDEST));
    }

    private final class Part implements Progress {

        private final Work work;
        private long done;

        Part(Work work) {
            this.work = work;
        }

        @Override
        public void at(long bytes) {
            synchronized (LiveLine.this) {
                if (open.contains(this)) {
                    done = bytes;
                    moved();
                }
            }
        }

        @Override
        public void close() {
            synchronized (LiveLine.this) {
                if (open.remove(this) && open.isEmpty()) {
                    clear();
                }
            }
        }
    }
}
