package dev.layered.verify;

import dev.layered.tar.TarEntry;
import dev.layered.tar.TarReader;
import dev.layered.tar.TarWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The tar of a layer, written again with other entries. */
final class SampleTar {

    record Part(TarEntry entry, byte[] content) {}

    private SampleTar() {}

    /** Returns the tar with the entry of that path changed. */
    static byte[] changed(byte[] tar, String path, UnaryOperator<TarEntry> change) {
        return with(
                tar,
                parts -> parts.replaceAll(part -> part.entry().path().equals(path)
                        ? new Part(change.apply(part.entry()), part.content())
                        : part));
    }

    /** Returns the tar with other parts. */
    static byte[] with(byte[] tar, Consumer<List<Part>> change) {
        try {
            List<Part> parts = new ArrayList<>();
            TarReader.read(
                    new ByteArrayInputStream(tar),
                    "a test",
                    (entry, content) -> parts.add(new Part(entry, content.readAllBytes())));
            change.accept(parts);
            return written(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a tar of these files. */
    static byte[] of(SortedMap<String, byte[]> files) throws IOException {
        List<Part> parts = new ArrayList<>();
        files.forEach((path, bytes) -> parts.add(new Part(
                new TarEntry(path, TarEntry.Kind.FILE, 0644, TarEntry.Owner.ROOT, Instant.EPOCH, bytes.length, ""),
                bytes)));
        return written(parts);
    }

    private static byte[] written(List<Part> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarWriter writer = new TarWriter(out);
        for (Part part : parts) {
            writer.write(part.entry(), to -> to.write(part.content()));
        }
        writer.finish();
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] gunzip(Path file) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
