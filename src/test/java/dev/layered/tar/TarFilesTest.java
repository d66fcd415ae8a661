package dev.layered.tar;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarFilesTest {

    @TempDir
    Path folder;

    @Test
    void openGivesTheBytesOfEachFile() throws IOException {
        TarFiles files = in(new TestTar()
                .directory("blobs/")
                .file("blobs/one", "1".repeat(700))
                .file("./two", "2")
                .file("empty", ""));
        assertThat(files.names()).containsExactly("blobs/one", "empty", "two");
        assertThat(files.has("blobs")).isFalse();
        assertThat(files.has("none")).isFalse();
        assertThat(files.size("blobs/one")).isEqualTo(700);
        assertThat(text(files, "blobs/one")).isEqualTo("1".repeat(700));
        assertThat(text(files, "two")).isEqualTo("2");
        assertThat(text(files, "empty")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> files.open("none"));
    }

    @Test
    void openWhenSkippedAndReadByByteStaysInTheFile() throws IOException {
        TarFiles files = in(new TestTar().file("a", "abc").file("b", "def"));
        try (InputStream in = files.open("a")) {
            assertThat(in.available()).isEqualTo(3);
            assertThat(in.skip(2)).isEqualTo(2);
            assertThat(in.read()).isEqualTo('c');
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.skip(9)).isZero();
            assertThat(in.markSupported()).isFalse();
        }
    }

    @Test
    void openWhenNameStandsTwiceGivesTheLast() throws IOException {
        assertThat(text(in(new TestTar().file("a", "old").file("a", "new")), "a"))
                .isEqualTo("new");
        assertThat(in(new TestTar().file("a", "old").directory("a/")).has("a")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"../file, in/link", "/file, in/link", "./file, link", "x/../file, link"})
    void openFollowsLinks(String target, String link) throws IOException {
        TarFiles files =
                in(new TestTar().file("file", "there").link(link, target).hardLink("hard", link));
        assertThat(text(files, link)).isEqualTo("there");
        assertThat(text(files, "hard")).isEqualTo("there");
        assertThat(files.size("hard")).isEqualTo(5);
    }

    @Test
    void hasWhenLinkLeadsNowhereIsFalse() throws IOException {
        assertThat(in(new TestTar().link("a", "none")).has("a")).isFalse();
    }

    @Test
    void hasWhenLinkLeadsOutFails() throws IOException {
        TarFiles files = in(new TestTar().link("a/b", "../../etc/passwd"));
        assertFailure(() -> files.has("a/b"))
                .hasId("tar-link")
                .what("The link 'a/b' in the archive leads out of the archive.")
                .where(files.archive().toString())
                .fix("make it again with the tool that wrote it")
                .isMistake();
    }

    @Test
    void hasWhenLinksGoInACircleFails() throws IOException {
        TarFiles files = in(new TestTar().link("a", "b").hardLink("b", "a"));
        assertFailure(() -> files.has("a"))
                .hasId("tar-link")
                .what("The link 'a' in the archive goes round in a circle.");
    }

    @Test
    void hasWhenChainIsLongerThanSixteenFails() throws IOException {
        TestTar tar = new TestTar().file("0", "");
        for (int i = 1; i <= 17; i++) {
            tar.link("" + i, "" + (i - 1));
        }
        TarFiles files = in(tar);
        assertThat(files.has("16")).isTrue();
        assertFailure(() -> files.has("17")).hasId("tar-link");
    }

    @Test
    void inWhenThereIsNoFileFails() {
        Path none = folder.resolve("none.tar");
        assertFailure(() -> TarFiles.in(none))
                .hasId("tar-missing")
                .what("There is no archive '" + none + "'.")
                .where(none.toString())
                .fix("name a tar file that is there")
                .isMistake();
    }

    @ParameterizedTest
    @CsvSource({"gzip, 1f8b0800", "zstd, 28b52ffd", "xz, fd377a585a00", "bzip2, 425a6839"})
    void inWhenCompressedSaysHowToUnpack(String compression, String magic) throws IOException {
        Path file = Files.write(folder.resolve("x.tar"), HexFormat.of().parseHex(magic + "0".repeat(2000)));
        assertFailure(() -> TarFiles.in(file))
                .hasId("tar-compressed")
                .what("The archive '" + file + "' is compressed as a whole, by " + compression + ".")
                .where(file.toString())
                .fix("unpack it first: " + compression + " -dc 'x.tar' > image.tar, and name that file")
                .isMistake();
    }

    @Test
    void inWhenDeclaredSizeIsATerabyteFails() throws IOException {
        Path file = folder.resolve("x.tar");
        Files.write(
                file,
                new TestTar()
                        .header("a", (byte) '0', 1L << 40, "")
                        .raw(new byte[9728])
                        .open());
        assertFailure(() -> TarFiles.in(file))
                .hasId("tar-unreadable")
                .what("The tar archive cannot be read: it is cut, behind byte 512.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 600, 1023})
    void inWhenCutFails(int length) throws IOException {
        byte[] tar = new TestTar().file("a", "b").bytes();
        Path file = Files.write(folder.resolve("x.tar"), Arrays.copyOf(tar, length));
        assertFailure(() -> TarFiles.in(file)).hasId("tar-unreadable").isMistake();
    }

    @Test
    void openOfSparseFileFails() throws IOException {
        TarFiles files = in(new TestTar().extended('x', "GNU.sparse.size=5").file("a", "b"));
        assertFailure(() -> files.open("a")).hasId("tar-unreadable").whatContains("stored with holes");
    }

    @Test
    void inWithAHundredThousandFilesFindsEach() throws IOException {
        TestTar tar = new TestTar();
        for (int i = 0; i < 100_000; i++) {
            tar.header("f" + i, (byte) '0', 0, "");
        }
        assertThat(in(tar).names()).hasSize(100_000);
    }

    private TarFiles in(TestTar tar) throws IOException {
        return TarFiles.in(tar.writeTo(folder.resolve("x.tar")));
    }

    private static String text(TarFiles files, String name) throws IOException {
        try (InputStream in = files.open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
