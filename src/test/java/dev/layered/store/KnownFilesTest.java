package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.image.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class KnownFilesTest extends KnownFilesRuns {

    @Test
    void readWhenNothingChangedOpensNoFile() throws IOException {
        Path other = file("b with blanks.jar", "two");
        assertThat(opens(file, other)).containsExactly("a.jar", "b with blanks.jar");
        assertThat(opens(file, other)).isEmpty();
        assertThat(opens(file, other)).isEmpty();
    }

    @Test
    void readWhenBytesChangedAndTimeWasSetBackIsToldByTheInode() throws IOException {
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("unix"), "a time that nobody sets back");
        opens(file);
        change(file, () -> file("a.jar", "two"));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(WRITTEN));
        assertThat(opens(file)).containsExactly("a.jar");
        assertThat(opens(file)).isEmpty();
    }

    @Test
    void readWhenTheTimeIsAnotherOpensTheFile() throws IOException {
        opens(file);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN.plusNanos(1000)));
        assertThat(opens(file)).containsExactly("a.jar");
    }

    @Test
    void readWhenAnotherFileStandsThereOpensIt() throws IOException {
        Path other = file("b.jar", "two");
        opens(file, other);
        Files.move(file, folder.resolve("aside"));
        Files.move(other, file);
        assertThat(opens(file)).containsExactly("a.jar");
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 0, 1999})
    void readWhenTheFileWasJustWrittenIsNotKnownNextTime(long millis) throws IOException {
        Instant changed =
                Instant.ofEpochSecond(0, FileStat.of(file).orElseThrow().changed());
        now = changed.plusMillis(millis);
        opens(file);
        now = changed.plus(Duration.ofHours(1));
        assertThat(opens(file)).containsExactly("a.jar");
        assertThat(opens(file)).isEmpty();
    }

    @Test
    void readWhenTimesLieInTheFutureOpensTheFile() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now.plusSeconds(1)));
        opens(file);
        assertThat(opens(file)).containsExactly("a.jar");
    }

    @Test
    void readWhenTheClockWasSetBackOpensTheFile() {
        opens(file);
        now = now.minus(Duration.ofDays(400));
        assertThat(opens(file)).containsExactly("a.jar");
    }

    @Test
    void readWhenTheFileChangesWhileItIsReadRecordsNothing() throws IOException {
        KnownFiles known = run(true);
        known.read(file, "as-is", () -> {
            KnownFiles.Read former = content(file);
            try {
                change(file, () -> file("a.jar", "two"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return former;
        });
        known.save();
        assertThat(opens(file)).containsExactly("a.jar");
    }

    @Test
    void readInTheProjectOpensEveryFileEveryTime() throws IOException {
        Path linked =
                Files.createSymbolicLink(folder.resolve("module"), Files.createDirectories(folder.resolve("real")));
        List<Path> inside = new ArrayList<>();
        for (Path place : List.of(folder.resolve("project/target"), linked, folder.resolve("real/target"))) {
            inside.add(Files.writeString(Files.createDirectories(place).resolve("a.jar"), "one"));
        }
        inside.add(folder.resolve("repository/../project/target/a.jar"));
        Path[] all = inside.toArray(Path[]::new);
        opens(all);
        assertThat(opens(all)).hasSize(4);
        assertThat(folder.resolve("store/v1/facts/file-digests")).doesNotExist();
    }

    @Test
    void readWhenAProjectHasTheSameBeginningOfItsNameIsOutside() throws IOException {
        Path other = Files.writeString(
                Files.createDirectories(folder.resolve("project-two")).resolve("a.jar"), "one");
        opens(other);
        assertThat(opens(other)).isEmpty();
    }

    @Test
    void readOfALinkIsOfItsTarget() throws IOException {
        Path other = file("b.jar", "two");
        Path link = Files.createSymbolicLink(folder.resolve("repository/link.jar"), file);
        assertThat(opens(link)).containsExactly("link.jar");
        assertThat(opens(link)).isEmpty();
        Files.delete(link);
        Files.createSymbolicLink(link, other);
        assertThat(opens(link)).containsExactly("link.jar");
        change(other, () -> Files.writeString(other, "six"));
        assertThat(opens(link)).containsExactly("link.jar");
    }

    @Test
    void readOfAHardLinkIsOfOneFile() throws IOException {
        Path link = Files.createLink(folder.resolve("repository/link.jar"), file);
        assertThat(opens(file, link)).containsExactly("a.jar", "link.jar");
        assertThat(opens(file, link)).isEmpty();
        change(file, () -> Files.writeString(link, "two"));
        assertThat(opens(file, link)).containsExactly("a.jar", "link.jar");
    }

    @Test
    void readOfAnotherFormIsAnother() {
        opens(file);
        KnownFiles known = run(true);
        known.read(file, "timeless-1", () -> new KnownFiles.Read(Digest.of(new byte[0]), 0));
        known.save();
        assertThat(read(run(true), file, "timeless-1").size()).isZero();
        assertThat(opens(file)).isEmpty();
    }

    @Test
    void readWhenANameIsNoLineOpensTheFile() throws IOException {
        Path odd = file("a\nb.jar", "two");
        opens(odd);
        assertThat(opens(odd)).containsExactly("a\nb.jar");
    }
}
