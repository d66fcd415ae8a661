package dev.layered.layer;

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
 * Writes the headers and the padding of a POSIX tar; the caller writes the content between.
 *
 * <p>Not Commons Compress's own stream, whose extended headers carry the name of the user who runs it.
 */
final class TarStream {

    private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;
    private static final ZipEncoding UTF_8 = ZipEncodingHelper.getZipEncoding(StandardCharsets.UTF_8);

    private final OutputStream out;

    TarStream(OutputStream out) {
        this.out = out;
    }

    /** Writes what goes before the content of an entry. */
    void startEntry(KeyedEntry keyed) throws IOException {
        LayerEntry entry = keyed.entry();
        TarArchiveEntry header = header(name(keyed), keyed.kind().tarFlag());
        header.setMode(entry.mode());
        header.setUserId(entry.uid());
        header.setGroupId(entry.gid());
        header.setLastModifiedTime(FileTime.from(entry.time().getEpochSecond(), TimeUnit.SECONDS));
        header.setSize(keyed.size());
        if (entry.content() instanceof Content.Link link) {
            header.setLinkName(link.target());
        }
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

    /** Fills the last block of an entry's content. */
    void endEntry(KeyedEntry keyed) throws IOException {
        pad(keyed.size());
    }

    /** Ends the archive with two empty blocks. */
    void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private static String name(KeyedEntry keyed) {
        String path = keyed.entry().path();
        return keyed.kind() == EntryKind.DIRECTORY ? path + "/" : path;
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
