package dev.layered.report;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.plan.ImageIdentity;
import dev.layered.record.PlanRecord;
import dev.layered.store.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folders of what is told about each image of a module but the default one. */
public final class VariantFolders {

    private VariantFolders() {}

    /**
     * Deletes the folders of images that the project has no more, so that nobody takes what they tell for true.
     *
     * @param names of the images that have a folder, those among them that a run left out
     * @param output usually {@code target/layered}
     * @throws LayeredFailure {@code file-write} if one cannot be deleted
     */
    public static void keep(Set<String> names, Path output) {
        each(names, output, VariantFolders::delete);
    }

    /**
     * Deletes what pushes told of images that the project has no more. What builds told stays, as the layout does.
     *
     * @param names of the images that have a folder, those among them that a run left out
     * @param output usually {@code target/layered}
     * @throws LayeredFailure {@code file-write} if it cannot be deleted
     */
    public static void keepPushes(Set<String> names, Path output) {
        each(names, output, folder -> {
            Files.deleteIfExists(folder.resolve(PublishFile.NAME));
            Files.deleteIfExists(folder.resolve(PlanRecord.OF_PUSH));
        });
    }

    /** What is done to a folder. */
    private interface Deletion {

        void of(Path folder) throws IOException;
    }

    private static void each(Set<String> kept, Path output, Deletion deletion) {
        Path all = output.resolve(ImageIdentity.VARIANTS);
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> folders = Files.list(all)) {
            for (Path folder : folders.toList()) {
                if (!kept.contains(folder.getFileName().toString())) {
                    deletion.of(folder);
                }
            }
        } catch (IOException e) {
            throw LayeredFailure.outside(
                    new Problem(
                            "file-write",
                            "What was told of images that are gone cannot be deleted: " + IoReason.of(e) + ".",
                            Shown.text(all.toString()),
                            "delete the folder, e.g. by mvn clean, and run the same command again"),
                    e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> files = Files.walk(folder)) {
            inside = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : inside) {
            Files.delete(file);
        }
    }
}
