package dev.layered.tar;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipEncoding;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/**
 * Writes a POSIX tar whose bytes depend on nothing but its entries.
 *
 * <p>Not Commons Compress's own stream, whose extended headers carry the name of the user who runs it. Not thread-safe;
 * the stream below stays open.
 */
public final class TarWriter {

    private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;
    private static final ZipEncoding UTF_8 = ZipEncodingHelper.getZipEncoding(StandardCharsets.UTF_8);

    private final OutputStream out;

    /** Writes the content of an entry. */
    @FunctionalInterface
    public interface Body {

        /** Writes exactly as many bytes as the entry says. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes to {@code out}, in many small pieces. */
    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes an entry and its content.
     *
     * @throws LayeredFailure {@code entry-path} if the path cannot be written on this operating system
     */
    public void write(TarEntry entry, Body content) throws IOException {
        writeHeaders(entry);
        content.writeTo(out);
        pad(entry.size());
    }

    /** Writes an entry that has no content. */
    public void write(TarEntry entry) throws IOException {
        write(entry, none -> {});
    }

    /** Ends the archive with two empty blocks. */
    public void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    /** Writes what goes before the content of an entry. */
    void writeHeaders(TarEntry entry) throws IOException {
        TarArchiveEntry header =
                header(entry.kind() == TarEntry.Kind.DIRECTORY ? entry.path() + "/" : entry.path(), flag(entry));
        header.setMode(entry.mode());
        header.setUserId(entry.owner().uid());
        header.setGroupId(entry.owner().gid());
        header.setLastModifiedTime(FileTime.from(entry.time().getEpochSecond(), TimeUnit.SECONDS));
        header.setSize(entry.size());
        header.setLinkName(entry.link());
        Map<String, String> extended = PaxRecords.of(header);
        if (!extended.isEmpty()) {
            byte[] records = PaxRecords.bytes(extended);
            TarArchiveEntry before = header("././@PaxHeader", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
            before.setMode(0644);
            before.setSize(records.length);
            write(before);
            out.write(records);
            pad(records.length);
        }
        write(header);
    }

    private static byte flag(TarEntry entry) {
        return switch (entry.kind()) {
            case FILE -> TarConstants.LF_NORMAL;
            case DIRECTORY -> TarConstants.LF_DIR;
            case LINK -> TarConstants.LF_SYMLINK;
            case HARD_LINK -> TarConstants.LF_LINK;
            case OTHER -> throw new IllegalArgumentException("a device cannot be written: " + entry.path());
        };
    }

    /** Commons Compress puts the running user and the present time into an entry; both are overwritten. */
    private static TarArchiveEntry header(String name, byte flag) {
        TarArchiveEntry header = new TarArchiveEntry(name, flag, true);
        if (!header.getName().equals(name)) {
            // on Windows it takes a backslash for a slash
            throw LayeredFailure.mistake(
                    "entry-path",
                    Shown.quoted(name) + " cannot be written as a path in an image on this operating system.",
                    "a file of the image",
                    "rename the file: no backslash");
        }
        header.setUserName("");
        header.setGroupName("");
        header.setLastModifiedTime(FileTime.from(0, TimeUnit.SECONDS));
        return header;
    }

    private void write(TarArchiveEntry header) throws IOException {
        byte[] block = new byte[BLOCK];
        // numbers and names that do not fit are zero or cut here: the extended header has them
        header.writeEntryHeader(block, UTF_8, false);
        out.write(block);
    }

    private void pad(long size) throws IOException {
        int beyond = (int) (size % BLOCK);
        if (beyond > 0) {
            out.write(new byte[BLOCK - beyond]);
        }
    }
}
