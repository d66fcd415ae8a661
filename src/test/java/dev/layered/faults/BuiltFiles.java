package dev.layered.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.build.TestProject;
import dev.layered.real.LayoutReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What builds left on disk. */
final class BuiltFiles {

    private BuiltFiles() {}

    /** Asserts that all of a project's output tells of one whole image of that digest, and nothing is left over. */
    static void assertWhole(TestProject project, String digest) throws IOException {
        assertThat(LayoutReader.of(project.output.resolve("image")).digest()).isEqualTo(digest);
        assertThat(project.output.resolve("image.digest")).hasContent(digest);
        assertThat(project.output.resolve("image.json")).content().contains("\"digest\": \"" + digest + "\"");
    }

    /** Returns the temporary files below the folder. */
    static List<Path> temporary(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".layered-"))
                    .toList();
        }
    }

    /** Deletes what there is. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            throw new AssertionError("somebody else deletes in " + tree, e);
        }
    }
}
