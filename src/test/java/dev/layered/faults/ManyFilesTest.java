package dev.layered.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.build.TestProject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Floods of files are built with little heap, and twice to the same digest. */
final class ManyFilesTest {

    @TempDir
    Path folder;

    @Test
    void buildOfManySmallFilesNeedsLittleHeap() throws Exception {
        int files = Effort.of(20_000, 100_000);
        for (int i = 0; i < files; i++) {
            write("classes/com/example/part" + i % 200 + "/Class" + i + ".class", "class " + i);
        }
        assertBuiltTwice(Effort.of(64, 192) + "m");
    }

    @Test
    void buildOfManyJarsNeedsLittleHeap() throws Exception {
        int jars = Effort.of(1_000, 5_000);
        for (int i = 0; i < jars; i++) {
            write("libs/library-" + i + "-1.0.jar", "jar " + i);
        }
        assertBuiltTwice("64m");
    }

    @Test
    void buildOfOneLargeFileNeedsLittleHeap() throws Exception {
        write("libs/large-1.0.jar", "");
        try (RandomAccessFile file = new RandomAccessFile(
                folder.resolve("project/input/libs/large-1.0.jar").toFile(), "rw")) {
            file.setLength(Effort.of(200, 2_200) * 1_000_000L);
        }
        assertBuiltTwice("32m");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("project/input").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void assertBuiltTwice(String heap) throws Exception {
        TestProject first = project("first");
        String digest = built(heap, first);
        assertThat(built(heap, project("second"))).isEqualTo(digest);
        BuiltFiles.assertWhole(first, digest);
    }

    /** Returns the same input with an empty store and no output. */
    private TestProject project(String run) {
        return TestProject.of(
                folder.resolve("project"),
                folder.resolve(run).resolve("output"),
                folder.resolve(run).resolve("store"));
    }

    private static String built(String heap, TestProject project) throws Exception {
        try (ForkedBuild build = ForkedBuild.ready(heap, project)) {
            return build.begin().digest();
        }
    }
}
