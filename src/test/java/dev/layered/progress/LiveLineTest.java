package dev.layered.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A terminal that keeps what was written, and what stands in its last row. */
final class LiveLineTest {

    private final List<String> written = new ArrayList<>();
    private final char[] row = new char[200];
    private int column;
    private long millis;
    private final LiveLine line = new LiveLine(this::write, () -> TimeUnit.MILLISECONDS.toNanos(millis));

    private void write(String text) {
        written.add(text);
        assertThat(text).doesNotContain("\n", "\u001b");
        for (char letter : text.toCharArray()) {
            column = letter == '\r' ? 0 : column;
            if (letter != '\r') {
                row[column++] = letter;
            }
        }
        assertThat(column).isLessThan(80);
    }

    private String seen() {
        return new String(row).replace('\0', ' ').strip();
    }

    private static Work work(Work.Kind kind, long size) {
        return new Work(kind, "anything", size);
    }

    @Test
    void lineTellsOfAllThatGoesOn() {
        Progress first = line.begin(work(Work.Kind.SEND, 60_000_000));
        Progress second = line.begin(work(Work.Kind.SEND, 40_000_000));
        millis += 1_000;
        first.at(10_000_000);
        assertThat(seen()).isEqualTo("pushing 2 layers  10.0 MB of 100.0 MB  10 %  10.0 MB/s");
        millis += 1_000;
        second.at(20_000_000);
        assertThat(seen()).isEqualTo("pushing 2 layers  30.0 MB of 100.0 MB  30 %  15.0 MB/s");
        first.close();
        Progress third = line.begin(work(Work.Kind.FETCH, 100_000_000));
        millis += 1_000;
        second.at(40_000_000);
        assertThat(seen()).isEqualTo("fetching 1, pushing 1 layers  50.0 MB of 200.0 MB  25 %  16.7 MB/s");
        second.close();
        third.close();
        assertThat(seen()).isEmpty();
    }

    @Test
    void lineWhenWorkBeginsAfterPauseCountsAnew() {
        try (Progress first = line.begin(work(Work.Kind.SEND, 60))) {
            first.at(60);
        }
        millis += 5_000;
        try (Progress second = line.begin(work(Work.Kind.WRITE, 1_000))) {
            millis += 1_000;
            second.at(500);
            assertThat(seen()).isEqualTo("writing 1 layer  500 B of 1.0 kB  50 %  500 B/s");
        }
    }

    @Test
    void lineIsWrittenFiveTimesASecondAtMost() {
        try (Progress progress = line.begin(work(Work.Kind.SEND, 100_000))) {
            for (int i = 1; i <= 10_000; i++) {
                millis = i / 10;
                progress.at(i);
            }
            assertThat(written).hasSize(5);
        }
    }

    @Test
    void clearTakesLineAwayUntilBytesMoveAgain() {
        try (Progress progress = line.begin(work(Work.Kind.SEND, 1_000))) {
            millis += 200;
            progress.at(1);
            line.clear();
            assertThat(seen()).isEmpty();
            assertThat(column).isZero();
            int before = written.size();
            line.clear();
            assertThat(written).hasSize(before);
            millis += 200;
            progress.at(2);
            assertThat(seen()).startsWith("pushing 1 layer");
        }
        assertThat(seen()).isEmpty();
    }

    @Test
    void lineIsNeverWiderThanEightyColumns() {
        List<Progress> all = new ArrayList<>();
        for (Work.Kind kind : Work.Kind.values()) {
            IntStream.range(0, 10_000).forEach(i -> all.add(line.begin(work(kind, 9_999_000_000_000L))));
        }
        millis += 200;
        all.get(0).at(9_999_000_000_000L);
        assertThat(seen()).startsWith("writing 10000, fetching 10000, pushing 10000 layers");
        all.forEach(Progress::close);
        assertThat(seen()).isEmpty();
    }

    @Test
    void nothingIsWrittenForWorkThatIsShort() {
        try (Progress progress = line.begin(work(Work.Kind.SEND, 1_000))) {
            millis += 199;
            progress.at(1_000);
            progress.done();
        }
        assertThat(written).isEmpty();
    }
}
