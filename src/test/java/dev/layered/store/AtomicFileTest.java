package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layered.failure.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void writeMakesFileAndFolders() throws IOException {
        Path target = folder.resolve("a/b/c.txt");
        AtomicFile.write(target, "new".getBytes());
        assertThat(target).hasContent("new");
        assertThat(names(target.getParent())).containsExactly("c.txt");
    }

    @Test
    void writeReplacesFile() throws IOException {
        Path target = Files.writeString(folder.resolve("c.txt"), "old and longer");
        AtomicFile.write(target, out -> {
            for (char c : "new".toCharArray()) {
                out.write(c);
            }
        });
        assertThat(target).hasContent("new");
    }

    @Test
    void writeWhenFolderIsLinkGoesThroughIt() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        AtomicFile.write(link.resolve("c.txt"), new byte[3]);
        assertThat(real.resolve("c.txt")).hasSize(3);
    }

    @Test
    void writeOfManyChunksKeepsAllBytes() throws IOException {
        byte[] bytes = new byte[1_000_003];
        new java.util.Random(1).nextBytes(bytes);
        Path target = folder.resolve("big");
        AtomicFile.write(target, out -> {
            out.write(bytes, 0, 70_000);
            out.write(bytes[70_000]);
            out.write(bytes, 70_001, bytes.length - 70_001);
        });
        assertThat(target).hasBinaryContent(bytes);
    }

    @Test
    void writeWhenBodyFailsKeepsOldFileAndNoOther() throws IOException {
        Path target = Files.writeString(folder.resolve("c.txt"), "old");
        Problem problem = Caught.outside(() -> AtomicFile.write(target, out -> {
            out.write(new byte[100_000]);
            throw new IOException("cable pulled");
        }));
        assertThat(problem)
                .isEqualTo(new Problem(
                        "file-write",
                        "'" + target + "' cannot be written: cable pulled.",
                        target.toString(),
                        "make '" + folder
                                + "' a directory that this user may write to, and run the same command again"));
        assertThat(target).hasContent("old");
        assertThat(names(folder)).containsExactly("c.txt");
    }

    @Test
    void writeWhenBodyThrowsUncheckedKeepsOldFileAndNoOther() throws IOException {
        Path target = Files.writeString(folder.resolve("c.txt"), "old");
        assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                    throw new IllegalStateException("boom");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(target).hasContent("old");
        assertThat(names(folder)).containsExactly("c.txt");
    }

    @Test
    void writeWhenDiskFullTellsBytesAndLeavesNothing() throws IOException {
        Path target = folder.resolve("c.txt");
        Problem problem = Caught.outside(() -> AtomicFile.write(target, out -> {
            throw new IOException("No space left on device");
        }));
        assertThat(problem.id()).isEqualTo("disk-full");
        assertThat(problem.what())
                .matches("The disk is full: '.*c.txt' needs at least \\d+ bytes, and [1-9]\\d* are free.");
        assertThat(problem.where()).isEqualTo(target.toString());
        assertThat(problem.fix()).isEqualTo("free some space on that disk and run the same command again");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void writeWhenFolderIsFileFails() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Problem problem = Caught.outside(() -> AtomicFile.write(file.resolve("c.txt"), new byte[1]));
        assertThat(problem.id()).isEqualTo("file-write");
        assertThat(problem.what()).isEqualTo("'" + file + "/c.txt' cannot be written: something else stands there.");
        assertThat(problem.where()).isEqualTo(file + "/c.txt");
    }

    @Test
    void writeWhenTargetIsDirectoryFailsAndLeavesIt() throws IOException {
        Path target = Files.createDirectories(folder.resolve("dir/inner")).getParent();
        Problem problem = Caught.outside(() -> AtomicFile.write(target, new byte[1]));
        assertThat(problem.id()).isEqualTo("file-write");
        assertThat(target.resolve("inner")).isDirectory();
        assertThat(names(folder)).containsExactly("dir");
    }

    @Test
    void writeIfChangedWhenSameBytesLeavesFileAlone() throws IOException {
        Path target = Files.writeString(folder.resolve("c.txt"), "same");
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(target, old);
        assertThat(AtomicFile.writeIfChanged(target, "same".getBytes())).isFalse();
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(old);
    }

    @Test
    void writeIfChangedWhenOtherOrNoBytesWrites() throws IOException {
        Path target = folder.resolve("c.txt");
        assertThat(AtomicFile.writeIfChanged(target, "one".getBytes())).isTrue();
        assertThat(AtomicFile.writeIfChanged(target, "two".getBytes())).isTrue();
        assertThat(target).hasContent("two");
    }

    @Test
    void writeIfChangedWhenTheBodyWritesTheSameLeavesFileAndFolderAlone() throws IOException {
        Path target = Files.writeString(folder.resolve("c.txt"), "same");
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(target, old);
        Files.setLastModifiedTime(folder, old);
        assertThat(AtomicFile.writeIfChanged(target, out -> out.write("same".getBytes())))
                .isFalse();
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(old);
        assertThat(Files.getLastModifiedTime(folder)).isEqualTo(old);
    }

    @Test
    void writeIfChangedWhenTheBodyWritesOthersWrites() throws IOException {
        Path target = folder.resolve("c.txt");
        for (String text : List.of("one", "two", "three")) {
            assertThat(AtomicFile.writeIfChanged(target, out -> out.write(text.getBytes())))
                    .isTrue();
            assertThat(target).hasContent(text);
        }
        assertThat(names(folder)).containsExactly("c.txt");
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
