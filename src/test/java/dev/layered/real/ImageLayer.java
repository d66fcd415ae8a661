package dev.layered.real;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * One layer as an image tells of it and as its bytes are.
 *
 * @param name the name in its history entry; empty where the base image made it
 * @param key the comment of its history entry: where the plugin keeps the layer's key
 * @param files its entries by path
 */
public record ImageLayer(
        String name, String key, String digest, String diffId, Path blob, Map<String, LayerFile> files) {

    private static final Pattern NAME = Pattern.compile("layered ([a-z0-9._-]+)");
    private static final int GZIP = 0x1f;
    private static final int ZSTANDARD = 0x28;

    static ImageLayer of(
            LayoutReader layout, Map<String, Object> descriptor, String diffId, Map<String, Object> history)
            throws IOException {
        Path blob = layout.blob(descriptor);
        try (InputStream tar = open(blob)) {
            String unpacked = "sha256:" + Sha256.of(tar);
            LayoutReader.expect(unpacked.equals(diffId), "diffID " + diffId + " of what unpacks to " + unpacked);
        }
        Matcher name = NAME.matcher(String.valueOf(history.get("created_by")));
        return new ImageLayer(
                name.matches() ? name.group(1) : "",
                String.valueOf(history.get("comment")),
                (String) descriptor.get("digest"),
                diffId,
                blob,
                entries(blob));
    }

    /** Whether the plugin made it. */
    public boolean isOurs() {
        return !name.isEmpty();
    }

    /** Returns the text of the file at that path. */
    public String text(String path) throws IOException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** Returns the bytes of the file at that path. */
    public byte[] bytes(String path) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(open(blob), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (path.equals("/" + entry.getName())) {
                    return tar.readAllBytes();
                }
            }
        }
        throw new AssertionError("no " + path + " among " + files.keySet());
    }

    /** Returns the file names of the jars in it, sorted. */
    public List<String> jars() {
        return files.keySet().stream()
                .filter(path -> path.endsWith(".jar"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    /** Writes its files and directories below the directory. */
    void unpack(Path root) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(open(blob))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = root.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, tar.readAllBytes());
                }
            }
        }
    }

    /** Returns the entries of a tar, compressed or not, by path. */
    static Map<String, LayerFile> entries(Path blob) throws IOException {
        Map<String, LayerFile> entries = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(open(blob), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = "/" + entry.getName();
                String owner = entry.getLongUserId() + ":" + entry.getLongGroupId();
                LayerFile file =
                        new LayerFile(path, entry.getMode() & 07777, owner, Sha256.of(tar), entry.getLinkName());
                LayoutReader.expect(entries.put(path, file) == null, "twice in one layer: " + path);
            }
        }
        return entries;
    }

    private static InputStream open(Path blob) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(blob));
        in.mark(1);
        int first = in.read();
        in.reset();
        return switch (first) {
            case GZIP -> new GZIPInputStream(in);
            case ZSTANDARD -> new ZstdInputStream(in);
            default -> in;
        };
    }
}
