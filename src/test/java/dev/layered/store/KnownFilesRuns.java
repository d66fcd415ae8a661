package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One run after another, each of which opens the record anew; an hour after the files were written. */
abstract class KnownFilesRuns {

    static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    final Warnings warnings = new Warnings();
    final List<String> opened = new ArrayList<>();
    Instant now = Instant.now().plus(Duration.ofHours(1));
    Path file;

    @BeforeEach
    void write() throws IOException {
        file = file("a.jar", "one");
    }

    Path file(String name, String content) throws IOException {
        Path path = Files.writeString(
                Files.createDirectories(folder.resolve("repository")).resolve(name), content);
        return Files.setLastModifiedTime(path, FileTime.from(WRITTEN));
    }

    KnownFiles run(boolean isTrusted) {
        Facts facts = Store.open(folder.resolve("store"), folder.resolve("fallback"), warnings)
                .facts();
        ProjectFolders project = new ProjectFolders(folder.resolve("project"), List.of(folder.resolve("module")));
        return new KnownFiles(facts, project, isTrusted, warnings, Clock.fixed(now, ZoneOffset.UTC));
    }

    KnownFiles.Read read(KnownFiles known, Path path, String form) {
        return known.read(path, form, () -> {
            opened.add(path.getFileName().toString());
            return content(path);
        });
    }

    static KnownFiles.Read content(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            return new KnownFiles.Read(Digest.of(bytes), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the files that a run opens, which gets the right digests in any case. */
    List<String> opens(Path... paths) {
        return opens(true, paths);
    }

    List<String> opens(boolean isTrusted, Path... paths) {
        opened.clear();
        KnownFiles known = run(isTrusted);
        for (Path path : paths) {
            assertThat(read(known, path, "as-is")).isEqualTo(content(path));
        }
        known.save();
        return List.copyOf(opened);
    }

    Path record() throws IOException {
        Path kind = folder.resolve("store/v1/facts/file-digests");
        try (var files = Files.list(kind)) {
            return files.findFirst().orElseThrow();
        }
    }

    /** Does it until the file system's clock has gone on. */
    void change(Path path, Change change) throws IOException {
        FileStat before = FileStat.of(path).orElseThrow();
        do {
            change.make();
        } while (FileStat.of(path).orElseThrow().equals(before));
    }

    @FunctionalInterface
    interface Change {
        void make() throws IOException;
    }

    void rewrite(String text) throws IOException {
        Store.open(folder.resolve("store"), folder.resolve("fallback"), warnings)
                .facts()
                .write("file-digests", Digest.parse("sha256:" + record().getFileName()), text);
    }
}
