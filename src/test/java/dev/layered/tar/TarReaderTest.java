package dev.layered.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.layered.tar.TarEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {

    private static final String LONG = "d".repeat(90) + "/" + "é".repeat(60) + "/" + "f".repeat(200);

    private final List<TarEntry> entries = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();

    @Test
    void readGivesEveryKindWithItsFields() throws IOException {
        read(new TestTar()
                .directory("a/")
                .file("a/b", "hello")
                .link("a/c", "../else/where")
                .hardLink("a/d", "./a/b")
                .header("dev/null", TarConstants.LF_CHR, 0, "")
                .bytes());
        assertThat(entries)
                .extracting(TarEntry::path, TarEntry::kind, TarEntry::size, TarEntry::link)
                .containsExactly(
                        tuple("a", Kind.DIRECTORY, 0L, ""),
                        tuple("a/b", Kind.FILE, 5L, ""),
                        tuple("a/c", Kind.LINK, 0L, "../else/where"),
                        tuple("a/d", Kind.HARD_LINK, 0L, "a/b"),
                        tuple("dev/null", Kind.OTHER, 0L, ""));
        assertThat(contents).containsExactly("", "hello", "", "", "");
        TarEntry file = entries.get(1);
        assertThat(file.mode()).isEqualTo(0644);
        assertThat(file.owner()).isEqualTo(new TarEntry.Owner(1, 2));
        assertThat(file.time()).isEqualTo(Instant.ofEpochSecond(3));
    }

    @ParameterizedTest
    @CsvSource({"./a/, a", "/a, a", "//a//b, a/b", "./, ''", ".//a/./b, a/b", "a..b, a..b"})
    void readGivesPathsFromTheRootInOneForm(String written, String path) throws IOException {
        read(new TestTar().file(written, "").bytes());
        assertThat(entries).extracting(TarEntry::path).containsExactly(path);
    }

    @Test
    void readWithoutReadingContentsGivesEveryEntry() throws IOException {
        byte[] tar = new TestTar().file("a", "x".repeat(1000)).file("b", "y").bytes();
        TarReader.read(new ByteArrayInputStream(tar), "x.tar", (entry, content) -> entries.add(entry));
        assertThat(entries).extracting(TarEntry::path).containsExactly("a", "b");
    }

    @Test
    void readGivesWhatTheWriterWrote() throws IOException {
        List<TarEntry> wanted = List.of(
                entry("dir", Kind.DIRECTORY, 0, ""),
                entry(LONG, Kind.FILE, 3, ""),
                entry("l", Kind.LINK, 0, LONG),
                new TarEntry(
                        "h",
                        Kind.HARD_LINK,
                        07777,
                        new TarEntry.Owner(1L << 31, 1L << 40),
                        Instant.ofEpochSecond(-5),
                        0,
                        LONG));
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        TarWriter writer = new TarWriter(tar);
        for (TarEntry entry : wanted) {
            writer.write(entry, out -> out.write(new byte[(int) entry.size()]));
        }
        writer.finish();
        read(tar.toByteArray());
        assertThat(entries).isEqualTo(wanted);
    }

    @Test
    void writeHeadersOfHugeFileKeepsItsSize() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        new TarWriter(tar).writeHeaders(entry("huge", Kind.FILE, 9L << 30, ""));
        TarHeaders headers = new TarHeaders(new TarBlocks(new ByteArrayInputStream(tar.toByteArray()), "x.tar"));
        assertThat(headers.next().orElseThrow().stored()).isEqualTo(9L << 30);
    }

    @Test
    void readWhenCommonsCompressWroteGnuNamesAndBigNumbersGivesThem() throws IOException {
        read(commons(out -> {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
        }));
        assertLongAndBig();
    }

    @Test
    void readWhenCommonsCompressWroteExtendedHeadersGivesThem() throws IOException {
        read(commons(out -> {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        }));
        assertLongAndBig();
    }

    private void assertLongAndBig() {
        assertThat(entries)
                .extracting(TarEntry::path, TarEntry::link)
                .containsExactly(tuple(LONG, ""), tuple("link", LONG));
        assertThat(entries.get(0).owner().uid()).isEqualTo(1L << 31);
        assertThat(contents.get(0)).isEqualTo("abc");
    }

    @Test
    void readWhenHeaderIsSplitByPrefixJoinsTheName() throws IOException {
        byte[] tar = new TestTar().file("name", "").bytes();
        byte[] prefix = "some/prefix".getBytes(StandardCharsets.US_ASCII);
        read(HeaderSum.with(tar, 345, prefix));
        assertThat(entries).extracting(TarEntry::path).containsExactly("some/prefix/name");
    }

    @Test
    void readWhenGlobalHeaderSetsOwnerUsesItUntilItIsTakenBack() throws IOException {
        read(new TestTar()
                .extended('g', "uid=77", "comment=x")
                .file("a", "")
                .extended('x', "uid=78")
                .file("b", "")
                .extended('g', "uid=")
                .file("c", "")
                .bytes());
        assertThat(entries).extracting(entry -> entry.owner().uid()).containsExactly(77L, 78L, 1L);
    }

    @ParameterizedTest
    @CsvSource({"12.5, 12", "-12.5, -13", "-12.0, -12", "7, 7"})
    void readWhenTimeHasFractionsRoundsDown(String written, long seconds) throws IOException {
        read(new TestTar().extended('x', "mtime=" + written).file("a", "").bytes());
        assertThat(entries).extracting(TarEntry::time).containsExactly(Instant.ofEpochSecond(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 512, 1000})
    void readLeavesWhatStandsBehindTheEnd(int behind) throws IOException {
        byte[] tar = new TestTar()
                .file("a", "")
                .raw(new byte[1024])
                .raw(new byte[behind])
                .open();
        ByteArrayInputStream in = new ByteArrayInputStream(tar);
        TarReader.read(in, "x.tar", (entry, content) -> entries.add(entry));
        assertThat(entries).hasSize(1);
        assertThat(in.available()).isGreaterThanOrEqualTo(behind);
    }

    @Test
    void readOfAHundredThousandEntriesGivesAll() throws IOException {
        TestTar tar = new TestTar();
        for (int i = 0; i < 100_000; i++) {
            tar.directory("d" + i + "/");
        }
        read(tar.bytes());
        assertThat(entries).hasSize(100_000);
    }

    private void read(byte[] tar) throws IOException {
        TarReader.read(new ByteArrayInputStream(tar), "x.tar", (entry, content) -> {
            entries.add(entry);
            contents.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        });
    }

    private static TarEntry entry(String path, Kind kind, long size, String link) {
        return new TarEntry(path, kind, 0755, TarEntry.Owner.ROOT, Instant.ofEpochSecond(1), size, link);
    }

    private static byte[] commons(Consumer<TarArchiveOutputStream> mode) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
            mode.accept(out);
            TarArchiveEntry file = new TarArchiveEntry(LONG);
            file.setUserId(1L << 31);
            file.setSize(3);
            out.putArchiveEntry(file);
            out.write("abc".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
            TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
            link.setLinkName(LONG);
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
