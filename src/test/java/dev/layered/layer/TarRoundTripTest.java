package dev.layered.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.image.Digest;
import dev.layered.real.RealTool;
import dev.layered.store.KnownFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other people's programs read what we write: each prints its own listing of the sample layer, and all are equal. */
class TarRoundTripTest {

    private static final String PYTHON = """
            import hashlib, sys, tarfile
            sys.stdout.reconfigure(encoding='utf-8')
            with tarfile.open(sys.argv[1], 'r:*') as tar:
                for m in tar:
                    kind = 'directory' if m.isdir() else 'link' if m.issym() else 'file'
                    data = m.linkname.encode() if m.issym() else b'' if m.isdir() else tar.extractfile(m).read()
                    assert m.uname == '' and m.gname == ''
                    assert not {'atime', 'ctime'} & m.pax_headers.keys()
                    print(m.name, kind, oct(m.mode)[2:], m.uid, m.gid, int(m.mtime),
                        'sha256:' + hashlib.sha256(data).hexdigest())
            """;

    @TempDir
    Path folder;

    private KeyedLayer layer;
    private Path blob;

    @BeforeEach
    void writeLayer() throws IOException {
        layer = LayerKeys.key(SampleLayer.entries(), Compression.GZIP);
        blob = folder.resolve("layer.tar.gz");
        try (OutputStream out = Files.newOutputStream(blob)) {
            LayerWriter.write(layer, out);
        }
    }

    @Test
    void pythonReadsAllEntries() throws Exception {
        assumeTrue(RealTool.areThere("Python reads a layer", "python3"));
        String listing = Commands.output(folder, "python3", "-c", PYTHON, blob.toString());
        assertThat(listing.lines()).containsExactlyElementsOf(wanted());
    }

    @Test
    void javaAndCommonsCompressReadAllEntries() throws IOException {
        try (InputStream in = Files.newInputStream(blob)) {
            assertThat(listing(new GZIPInputStream(in))).containsExactlyElementsOf(wanted());
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(blob))) {
            assertThat(listing(new GzipCompressorInputStream(in))).containsExactlyElementsOf(wanted());
        }
    }

    @Test
    void gnuTarExtractsAllFiles() throws Exception {
        assumeTrue(RealTool.areThere("GNU tar reads a layer", "tar"));
        Path out = Files.createDirectory(folder.resolve("out"));
        // C.UTF-8, or tar shows foreign names as octal; what it says about odd times and owners is no error
        Commands.output(out, "tar", "-xzf", blob.toString(), "--no-same-owner", "--warning=no-timestamp");
        for (KeyedEntry keyed : layer.entries()) {
            // by its bytes: in the locale C Java has no letters for them
            String escaped = URLEncoder.encode(keyed.entry().path(), StandardCharsets.UTF_8);
            Path file =
                    Path.of(URI.create(out.toUri() + escaped.replace("+", "%20").replace("%2F", "/")));
            if (keyed.kind() == EntryKind.FILE) {
                assertThat(new SourceFile(new Content.OfFile(file))
                                .keyed(keyed.entry(), KnownFiles.NONE)
                                .content())
                        .isEqualTo(keyed.content());
            } else if (keyed.kind() == EntryKind.DIRECTORY) {
                assertThat(file).isDirectory();
            } else {
                assertThat(Files.readSymbolicLink(file))
                        .hasToString(((Content.Link) keyed.entry().content()).target());
            }
        }
    }

    @Test
    void gnuTarListsOwnersAndTimes() throws Exception {
        assumeTrue(RealTool.areThere("GNU tar reads a layer", "tar"));
        String listing = Commands.output(folder, "tar", "--numeric-owner", "--full-time", "-tvzf", blob.toString());
        assertThat(listing)
                .contains("drwxrwxrwt 3000000/7 ", " 2009-02-13 23:31:30 data/\n")
                .contains("-rw------- 1000/5000000 ", " 1969-12-31 23:59:55 data/old\n")
                .contains("drwxr-xr-x 0/0 ", " 1970-01-01 00:00:01 app/\n")
                .contains("-rwxr-xr-x 0/0 ", " 1970-01-01 00:00:01 app/bin/start\n");
    }

    @Test
    void gzipTestsTheBlob() throws Exception {
        assumeTrue(RealTool.areThere("gzip tests a layer", "gzip"));
        assertThat(Commands.output(folder, "gzip", "-tv", blob.toString())).contains("OK");
    }

    private List<String> wanted() {
        return layer.entries().stream()
                .map(keyed -> line(
                        keyed.entry().path(),
                        keyed.kind(),
                        new long[] {
                            keyed.entry().uid(),
                            keyed.entry().gid(),
                            keyed.entry().time().getEpochSecond()
                        },
                        keyed.entry().mode(),
                        keyed.content().text()))
                .toList();
    }

    private static List<String> listing(InputStream tar) throws IOException {
        List<String> lines = new ArrayList<>();
        TarArchiveInputStream in = new TarArchiveInputStream(tar, StandardCharsets.UTF_8.name());
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            EntryKind kind = entry.isDirectory()
                    ? EntryKind.DIRECTORY
                    : entry.isSymbolicLink() ? EntryKind.LINK : EntryKind.FILE;
            byte[] content =
                    kind == EntryKind.LINK ? entry.getLinkName().getBytes(StandardCharsets.UTF_8) : in.readAllBytes();
            assertThat(entry.getUserName() + entry.getGroupName()).isEmpty();
            lines.add(line(
                    entry.getName().replaceFirst("/$", ""),
                    kind,
                    new long[] {
                        entry.getLongUserId(),
                        entry.getLongGroupId(),
                        entry.getLastModifiedTime().toInstant().getEpochSecond()
                    },
                    entry.getMode(),
                    Digest.of(content).text()));
        }
        assertThat(tar.read()).isEqualTo(-1);
        return lines;
    }

    private static String line(String path, EntryKind kind, long[] ownerAndTime, int mode, String content) {
        return String.join(
                " ",
                path,
                kind.word(),
                Integer.toOctalString(mode),
                Long.toString(ownerAndTime[0]),
                Long.toString(ownerAndTime[1]),
                Long.toString(ownerAndTime[2]),
                content);
    }
}
