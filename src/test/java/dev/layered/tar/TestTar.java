package dev.layered.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/** Tar archives for tests, good and bad, put together header by header. */
public final class TestTar {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a file. */
    public TestTar file(String name, byte[] content) {
        header(name, (byte) '0', content.length, "");
        return raw(content).pad();
    }

    /** Adds a file with a text. */
    public TestTar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a directory. */
    public TestTar directory(String name) {
        return header(name, TarConstants.LF_DIR, 0, "");
    }

    /** Adds a symbolic link. */
    public TestTar link(String name, String target) {
        return header(name, TarConstants.LF_SYMLINK, 0, target);
    }

    /** Adds a hard link. */
    public TestTar hardLink(String name, String target) {
        return header(name, TarConstants.LF_LINK, 0, target);
    }

    /** Adds an extended header of POSIX with these records, each {@code key=value}. */
    TestTar extended(char flag, String... records) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String record : records) {
            map.put(record.substring(0, record.indexOf('=')), record.substring(record.indexOf('=') + 1));
        }
        byte[] content = PaxRecords.bytes(map);
        return header("extended", (byte) flag, content.length, "").raw(content).pad();
    }

    /** Adds a header block of mode 0644 and owner 1:2 that was last changed in second 3. */
    TestTar header(String name, byte flag, long size, String link) {
        TarArchiveEntry entry = new TarArchiveEntry(name, flag, true);
        entry.setMode(0100644);
        entry.setUserId(1L);
        entry.setGroupId(2L);
        entry.setLastModifiedTime(FileTime.from(Instant.ofEpochSecond(3)));
        entry.setSize(size);
        entry.setLinkName(link);
        byte[] block = new byte[TarBlocks.BLOCK];
        try {
            entry.writeEntryHeader(block, ZipEncodingHelper.getZipEncoding(StandardCharsets.UTF_8), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return raw(block);
    }

    TestTar raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    TestTar pad() {
        return raw(new byte[(TarBlocks.BLOCK - bytes.size() % TarBlocks.BLOCK) % TarBlocks.BLOCK]);
    }

    /** Returns the archive without its end. */
    byte[] open() {
        return bytes.toByteArray();
    }

    /** Returns the archive with its end. */
    public byte[] bytes() {
        return raw(new byte[2 * TarBlocks.BLOCK]).open();
    }

    /** Writes the archive to a file, which it returns. */
    public Path writeTo(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
