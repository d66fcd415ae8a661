package dev.layered.tar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaxRecordsTest {

    @Test
    void ofPlainEntryIsEmpty() {
        TarArchiveEntry entry = new TarArchiveEntry("n".repeat(100));
        entry.setSize((8L << 30) - 1);
        entry.setUserId(0x1fffffL);
        entry.setModTime(1000);
        assertThat(PaxRecords.of(entry)).isEmpty();
    }

    @Test
    void ofEntryBeyondTheHeaderHasEachField() {
        TarArchiveEntry entry = new TarArchiveEntry("n".repeat(101), (byte) '2');
        entry.setLinkName("ü");
        entry.setSize(8L << 30);
        entry.setUserId(0x200000L);
        entry.setGroupId(1L << 31);
        entry.setModTime(-1000);
        assertThat(PaxRecords.of(entry))
                .isEqualTo(Map.of(
                        "path", "n".repeat(101),
                        "linkpath", "ü",
                        "size", "8589934592",
                        "uid", "2097152",
                        "gid", "2147483648",
                        "mtime", "-1"));
    }

    @ParameterizedTest
    @CsvSource({"1, 9 path=n", "2, 11 path=n", "90, 99 path=n", "91, 101 path=n", "989, 999 path=n", "990, 1001 path=n"
    })
    void bytesBeginWithTheirOwnLength(int length, String begin) {
        byte[] record = PaxRecords.bytes(new TreeMap<>(Map.of("path", "n".repeat(length))));
        String text = new String(record, StandardCharsets.US_ASCII);
        assertThat(text).startsWith(begin).endsWith("n\n");
        assertThat(Integer.parseInt(text.substring(0, text.indexOf(' ')))).isEqualTo(record.length);
    }
}
