package dev.layered.layer;

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
}
