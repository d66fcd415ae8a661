package dev.layered.tar;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.failure.LayeredFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTarTest {

    private static final byte[] GOOD = new TestTar()
            .file("a", "x".repeat(600))
            .extended('x', "path=b")
            .file("c", "")
            .bytes();

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "a/..", "/..", ".."})
    void readWhenPathLeadsOutFails(String path) {
        assertRead(new TestTar().file(path, "").bytes())
                .hasId("tar-path")
                .what("The tar archive holds the path '" + path + "', which leads out of it.")
                .where("x.tar")
                .fix("make it again with the tool that wrote it")
                .isMistake();
    }

    @Test
    void readWhenHardLinkLeadsOutFails() {
        assertRead(new TestTar().hardLink("a", "../b").bytes()).hasId("tar-path");
    }

    @Test
    void readWhenEmptyFails() {
        assertUnreadable(new byte[0], "it is empty");
    }

    @Test
    void readWhenGarbageFails() {
        assertUnreadable("no tar at all".repeat(100).getBytes(), "it is no tar");
    }

    @Test
    void readWhenGarbageFollowsFails() {
        byte[] tar = new TestTar()
                .file("a", "")
                .raw("garbage".repeat(100).getBytes())
                .open();
        assertUnreadable(tar, "no header stands at byte 512");
    }

    @Test
    void readWhenCutAnywhereFails() {
        for (int length = 0; length < GOOD.length - 1024; length++) {
            byte[] cut = Arrays.copyOf(GOOD, length);
            assertRead(cut).hasId("tar-unreadable").isMistake();
        }
    }

    /** One flipped bit gives the entries or a failure of ours, nothing else. */
    @Test
    void readWhenBitsAreFlippedFailsAsOurs() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = GOOD.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                drain(damaged);
            } catch (LayeredFailure failure) {
                assertThat(failure.problems()).extracting("id").containsAnyOf("tar-unreadable", "tar-path");
            }
        }
    }

    @Test
    void readWhenDeclaredSizeIsHugeFails() {
        byte[] tar = new TestTar()
                .header("a", (byte) '0', 1L << 40, "")
                .raw(new byte[9000])
                .open();
        assertUnreadable(tar, "it is cut, behind byte 9512");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=-1",
                "size=x",
                "size=9999999999999999999",
                "uid=1e9",
                "uid=-1",
                "gid=-1",
                "mtime=1e99999999",
                "mtime=99999999999999999"
            })
    void readWhenValueCannotBeFails(String record) {
        assertUnreadable(
                new TestTar().extended('x', record).file("a", "").bytes(), "a header before byte 1536 is damaged");
    }

    @Test
    void readWhenExtendedHeaderIsTooLargeFails() {
        assertUnreadable(
                new TestTar().header("x", (byte) 'x', 1L << 32, "").open(),
                "an extended header before byte 512 is too large");
        assertUnreadable(
                new TestTar().header("x", (byte) 'L', 1 << 18, "").open(),
                "an extended header before byte 512 is too large");
    }

    @Test
    void readWhenExtendedHeadersNeverEndFails() {
        TestTar tar = new TestTar();
        for (int i = 0; i < 2000; i++) {
            tar.extended('x', "path=a");
        }
        assertRead(tar.bytes()).hasId("tar-unreadable").whatContains("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"path=", "linkpath="})
    void readWhenNameIsTooLongFails(String key) {
        byte[] tar = new TestTar()
                .extended('x', key + "n".repeat(4097))
                .link("a", "b")
                .bytes();
        assertRead(tar).hasId("tar-unreadable").whatContains("a name before byte", "is too long or damaged");
    }

    @Test
    void readWhenNameHoldsNulFails() {
        assertRead(new TestTar().extended('x', "path=a\0b").file("a", "").bytes())
                .hasId("tar-unreadable")
                .isPrintable();
    }

    @Test
    void readWhenRecordsAreDamagedFails() {
        for (String record : new String[] {
            "x", "5", "9 a=", "99 a=b\n", "0 a=b\n", "-6 a=b\n", "6 abc\n", "4 =\n", "99999999999999 a=b\n"
        }) {
            byte[] tar = new TestTar()
                    .header("x", (byte) 'x', record.length(), "")
                    .raw(record.getBytes())
                    .pad()
                    .file("a", "")
                    .bytes();
            assertRead(tar).hasId("tar-unreadable").whatContains("damaged");
        }
    }

    /** A bomb of entries: endless, and each block of it costs nothing. */
    @Test
    void readWhenEntriesNeverEndFails() {
        byte[] one = new TestTar().directory("d/").open();
        InputStream endless = new InputStream() {
            private int at;

            @Override
            public int read() {
                return one[at++ % one.length];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                System.arraycopy(one, 0, bytes, offset, length);
                return length;
            }
        };
        assertFailure(() -> TarReader.read(endless, "x.tar", (entry, content) -> {}))
                .hasId("tar-unreadable")
                .what("The tar archive cannot be read: it has more than 1000000 entries.");
    }

    @Test
    void contentOfSparseFileFailsAndItsHeaderIsRead() throws IOException {
        byte[] tar = new TestTar()
                .extended('x', "GNU.sparse.realsize=9000000000", "GNU.sparse.name=real")
                .file("GNUSparseFile.0/real", "1\n0\n1\n")
                .bytes();
        TarReader.read(new ByteArrayInputStream(tar), "x.tar", (entry, content) -> {
            assertThat(entry.path()).isEqualTo("real");
            assertThat(entry.size()).isEqualTo(9_000_000_000L);
        });
        assertRead(tar).hasId("tar-unreadable").whatContains("is stored with holes");
    }

    @Test
    void readWhenMapOfOldSparseFileNeverEndsFails() {
        byte[] more = new byte[512];
        more[504] = 1;
        byte[] header =
                new TestTar().header("s", TarConstants.LF_GNUTYPE_SPARSE, 0, "").open();
        TestTar tar = new TestTar().raw(header);
        for (int i = 0; i < 600; i++) {
            tar.raw(more);
        }
        byte[] bytes = tar.open();
        assertRead(HeaderSum.with(bytes, 482, (byte) 1)).hasId("tar-unreadable").whatContains("too large");
    }

    @Test
    void readWhenTheDiskFailsIsOutside() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertFailure(() -> TarReader.read(broken, "x.tar", (entry, content) -> {}))
                .hasId("tar-unreadable")
                .what("The tar archive cannot be read: disk on fire.")
                .fix("make it a file that this user may read")
                .isOutside();
    }

    private static void assertUnreadable(byte[] tar, String reason) {
        assertRead(tar)
                .hasId("tar-unreadable")
                .what("The tar archive cannot be read: " + reason + ".")
                .where("x.tar")
                .fix("make it again with the tool that wrote it")
                .isMistake();
    }

    private static FailureAssert assertRead(byte[] tar) {
        return assertFailure(() -> drain(tar));
    }

    private static void drain(byte[] tar) throws IOException {
        TarReader.read(
                new ByteArrayInputStream(tar),
                "x.tar",
                (entry, content) -> content.transferTo(OutputStream.nullOutputStream()));
    }
}
