package dev.layered.tar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** What a plain tar header cannot hold, as the records of a POSIX extended header (pax, IEEE 1003.1). */
final class PaxRecords {

    private PaxRecords() {}

    /** Returns the records that an entry needs: names too long or not ASCII, numbers too big; mostly none. */
    static Map<String, String> of(TarArchiveEntry header) {
        Map<String, String> records = new TreeMap<>();
        putName(records, "path", header.getName());
        putName(records, "linkpath", header.getLinkName());
        putNumber(records, "size", header.getSize(), TarConstants.MAXSIZE);
        putNumber(records, "uid", header.getLongUserId(), TarConstants.MAXID);
        putNumber(records, "gid", header.getLongGroupId(), TarConstants.MAXID);
        putNumber(records, "mtime", header.getLastModifiedTime().to(TimeUnit.SECONDS), TarConstants.MAXSIZE);
        return records;
    }

    private static void putName(Map<String, String> records, String key, String name) {
        if (name.length() > TarConstants.NAMELEN || name.chars().anyMatch(c -> c > 127)) {
            records.put(key, name);
        }
    }

    private static void putNumber(Map<String, String> records, String key, long number, long biggest) {
        if (number < 0 || number > biggest) {
            records.put(key, Long.toString(number));
        }
    }

    /** Returns the records as bytes: each a line that begins with its own length. */
    static byte[] bytes(Map<String, String> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        records.forEach((key, value) -> {
            byte[] line = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8);
            int length = line.length + 1;
            while (line.length + String.valueOf(length).length() != length) {
                length = line.length + String.valueOf(length).length();
            }
            bytes.writeBytes(String.valueOf(length).getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(line);
        });
        return bytes.toByteArray();
    }

    /**
     * Returns the records that the bytes hold; of one key the last.
     *
     * @throws IllegalArgumentException if the bytes are something else
     */
    static Map<String, String> parse(byte[] bytes) {
        Map<String, String> records = new TreeMap<>();
        int start = 0;
        while (start < bytes.length) {
            int space = start;
            int length = 0;
            for (; space < bytes.length && bytes[space] != ' '; space++) {
                if (bytes[space] < '0' || bytes[space] > '9' || length > bytes.length) {
                    throw new IllegalArgumentException("length");
                }
                length = 10 * length + bytes[space] - '0';
            }
            int end = start + length - 1;
            if (end <= space || end >= bytes.length || bytes[end] != '\n') {
                throw new IllegalArgumentException("end");
            }
            String record = new String(bytes, space + 1, end - space - 1, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no value");
            }
            records.put(record.substring(0, equals), record.substring(equals + 1));
            start = end + 1;
        }
        return records;
    }
}
