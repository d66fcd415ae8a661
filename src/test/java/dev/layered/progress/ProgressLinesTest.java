package dev.layered.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressLinesTest {

    private static final long SIZE = 100_000_000;

    private final List<String> lines = new ArrayList<>();
    private long seconds = 1_000;
    private final ProgressLines view = new ProgressLines(lines::add, () -> TimeUnit.SECONDS.toNanos(seconds));

    private static Work send(long size) {
        return new Work(Work.Kind.SEND, "libs 0a1b2c", size);
    }

    private void at(Progress progress, long done, int later) {
        seconds += later;
        progress.at(done);
    }

    @Test
    void atWhenTenSecondsAndTenthHavePassedWritesLine() {
        try (Progress progress = view.begin(send(SIZE))) {
            at(progress, 9_000_000, 9);
            at(progress, 9_900_000, 1); // ten seconds, but no tenth
            at(progress, 20_000_000, 0);
            at(progress, 90_000_000, 9); // a tenth, but no ten seconds
            assertThat(lines).containsExactly("pushing libs 0a1b2c: 20.0 MB of 100.0 MB, 20 %, 2.0 MB/s");
            at(progress, 90_000_001, 1);
            assertThat(lines).hasSize(2).last().isEqualTo("pushing libs 0a1b2c: 90.0 MB of 100.0 MB, 90 %, 4.5 MB/s");
        }
        assertThat(lines).hasSize(2);
    }

    @Test
    void atWhenTenthTakesLongerThanMinuteWritesLineEachMinute() {
        try (Progress progress = view.begin(send(SIZE))) {
            for (int i = 1; i <= 180; i++) {
                at(progress, i * 1_000L, 1);
            }
        }
        assertThat(lines).hasSize(3).last().isEqualTo("pushing libs 0a1b2c: 180.0 kB of 100.0 MB, 0 %, 1.0 kB/s");
    }

    @Test
    void atWhenBlobIsSentAgainCountsFromItsStart() {
        try (Progress progress = view.begin(send(SIZE))) {
            at(progress, 50_000_000, 10);
            at(progress, 0, 1);
            at(progress, 10_000_000, 9);
        }
        assertThat(lines).hasSize(2).last().asString().contains("10.0 MB of 100.0 MB, 10 %");
    }

    @Test
    void doneWhenBlobIsLongWritesOneLineWithItsTime() {
        for (Work.Kind kind : Work.Kind.values()) {
            try (Progress progress = view.begin(new Work(kind, "libs", SIZE))) {
                at(progress, SIZE, 2);
                progress.done();
                at(progress, SIZE, 100);
            }
        }
        assertThat(lines)
                .containsExactly(
                        "fetched libs: 100.0 MB in 2.0 s, 50.0 MB/s", "pushed libs: 100.0 MB in 2.0 s, 50.0 MB/s");
    }

    @Test
    void doneWhenLayerTookLongToMakeWritesLine() {
        try (Progress progress = view.begin(new Work(Work.Kind.WRITE, "layer libs", SIZE))) {
            at(progress, SIZE, 10);
            progress.done();
        }
        assertThat(lines).containsExactly("wrote layer libs: 100.0 MB in 10.0 s, 10.0 MB/s");
    }

    @Test
    void linesOfHundredsOfSmallBlobsAreNone() {
        for (int i = 0; i < 500; i++) {
            try (Progress progress = view.begin(send(999_999))) {
                progress.at(999_999);
                progress.done();
            }
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void closeWhenWorkFailedWritesNothing() {
        try (Progress progress = view.begin(send(SIZE))) {
            at(progress, SIZE, 30);
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void linesOfEmptyBlobAreNone() {
        try (Progress progress = view.begin(send(0))) {
            progress.at(0);
            progress.done();
        }
        assertThat(lines).isEmpty();
    }
}
