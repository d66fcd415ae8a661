package dev.layered.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class KnownFilesRecordTest extends KnownFilesRuns {

    @Test
    void readComparesEveryFieldAlone() throws IOException {
        opens(file);
        String text = Files.readString(record());
        String line = text.substring(text.lastIndexOf('\n') + 1);
        KnownFile.Named known = KnownFile.parse(line).orElseThrow();
        FileStat stat = known.file().stat();
        List<FileStat> others = List.of(
                new FileStat(stat.size() + 1, stat.modified(), stat.changed(), stat.inode(), stat.device()),
                new FileStat(stat.size(), stat.modified() + 1, stat.changed(), stat.inode(), stat.device()),
                new FileStat(stat.size(), stat.modified(), stat.changed() + 1, stat.inode(), stat.device()),
                new FileStat(stat.size(), stat.modified(), stat.changed(), stat.inode() + 1, stat.device()),
                new FileStat(stat.size(), stat.modified(), stat.changed(), stat.inode(), stat.device() + 1));
        for (FileStat other : others) {
            rewrite("1\n"
                    + new KnownFile(other, known.file().read(), known.file().day()).line(known.name()));
            assertThat(opens(file)).as("%s", other).containsExactly("a.jar");
        }
        rewrite("1\n" + line);
        assertThat(opens(file)).isEmpty();
    }

    @Test
    void readWhenNotTrustingOpensAndRecordsAnew() throws IOException {
        opens(file);
        KnownFiles lying = run(false);
        lying.read(file, "as-is", () -> new KnownFiles.Read(Digest.of(new byte[0]), 3));
        lying.save();
        assertThat(read(run(true), file, "as-is").digest()).isEqualTo(Digest.of(new byte[0]));
        assertThat(opens(false, file)).containsExactly("a.jar");
        assertThat(opens(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1\n", "1\nabc", "1\n\n\n", "1\nabc 1 2 3 4 5 6 7 as-is /a", "no record"})
    void readWhenTheRecordIsOddOpensTheFile(String text) throws IOException {
        opens(file);
        rewrite(text);
        assertThat(opens(file)).containsExactly("a.jar");
    }

    @Test
    void readWhenTheRecordIsDamagedOpensTheFileAndMakesItAnew() throws IOException {
        opens(file);
        byte[] whole = Files.readAllBytes(record());
        for (int length : new int[] {0, 10, whole.length - 1}) {
            Files.write(record(), Arrays.copyOf(whole, length));
            assertThat(opens(file)).containsExactly("a.jar");
            assertThat(opens(file)).isEmpty();
        }
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(record(), flipped);
        assertThat(opens(file)).containsExactly("a.jar");
        assertThat(warnings.texts()).isEmpty();
    }

    @Test
    void saveWhenAFutureVersionWroteTheRecordLeavesItAlone() throws IOException {
        opens(file);
        rewrite("2\nwhat comes");
        byte[] future = Files.readAllBytes(record());
        assertThat(opens(file)).containsExactly("a.jar");
        assertThat(record()).hasBinaryContent(future);
    }

    @Test
    void saveWhenNothingIsNewWritesNothing() throws IOException {
        opens(file);
        FileStat before = FileStat.of(record()).orElseThrow();
        now = now.plus(Duration.ofDays(2));
        opens(file);
        assertThat(FileStat.of(record())).contains(before);
    }

    @Test
    void saveDropsWhatWasNotOfUseForAMonth() throws IOException {
        Path other = file("b.jar", "two");
        opens(file, other);
        for (int day = 0; day < 33; day += 3) {
            now = now.plus(Duration.ofDays(3));
            assertThat(opens(file)).isEmpty();
        }
        assertThat(Files.readString(record())).contains("a.jar").doesNotContain("b.jar");
    }

    @Test
    void saveKeepsTheFilesOfUseLast() throws IOException {
        opens(file);
        StringBuilder many = new StringBuilder("1");
        long yesterday = now.getEpochSecond() / 86_400 - 1;
        for (int i = 0; i < 50_000; i++) {
            many.append('\n')
                    .append("0".repeat(64))
                    .append(" 1 ")
                    .append(yesterday)
                    .append(" 1 1 1 1 1 as-is /f")
                    .append(i);
        }
        rewrite(many.toString());
        opens(file);
        assertThat(Files.readAllLines(record(), UTF_8)).hasSize(2 + 50_000).anyMatch(line -> line.contains("a.jar"));
    }

    @Test
    void saveOfTwoRunsAtOnceKeepsBoth() throws IOException {
        Path other = file("b.jar", "two");
        KnownFiles first = run(true);
        KnownFiles second = run(true);
        read(first, file, "as-is");
        read(second, other, "as-is");
        second.save();
        first.save();
        assertThat(opens(file, other)).isEmpty();
    }

    @Test
    void readByManyThreadsAndRunsGivesTheRightDigests() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            files.add(file(i + ".jar", "content " + i));
        }
        List<KnownFiles> runs = List.of(run(true), run(true), run(true));
        IntStream.range(0, 600).parallel().forEach(i -> {
            KnownFiles known = runs.get(i % 3);
            Path path = files.get(i % 50);
            assertThat(known.read(path, "as-is", () -> content(path))).isEqualTo(content(path));
            if (i % 7 == 0) {
                known.save();
            }
        });
        runs.forEach(KnownFiles::save);
        opens(files.toArray(Path[]::new));
        assertThat(opens(files.toArray(Path[]::new))).isEmpty();
    }
}
