package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Has the archives of the project {@code every-reader} made once more, here and from another folder. */
public final class ArchivesAgain {

    private static final List<String> FILES = List.of(
            "oci/target/layered/image.oci-archive.tar",
            "oci/target/layered/amd64.tar",
            "oci/target/layered/arm64.tar",
            "docker/target/layered/image.oci-archive.tar",
            "docker/target/layered/amd64.tar",
            "docker/target/layered/arm64.tar");

    private ArchivesAgain() {}

    /** Proves that a second run writes the same bytes, and that one in a copy of the project with an empty store does. */
    public static void areTheSame(File basedir, File localRepository) throws IOException {
        Path project = basedir.toPath().toAbsolutePath();
        Path first = Files.createTempDirectory("archives");
        try {
            for (String file : FILES) {
                Path kept = first.resolve(file);
                Files.createDirectories(kept.getParent());
                Files.move(project.resolve(file), kept);
            }
            MavenRun run = MavenRun.in(basedir, localRepository);
            run.goals("package");
            compare(first, project);
            Path copy = first.resolve("another place");
            copyTo(copy, project);
            run.copiedTo(copy).goals("package", "-Dlayered.cache=" + first.resolve("store"));
            compare(first, copy);
        } finally {
            Folder.delete(first);
        }
    }

    private static void compare(Path first, Path again) throws IOException {
        for (String file : FILES) {
            long differs = Files.mismatch(first.resolve(file), again.resolve(file));
            LayoutReader.expect(differs < 0, "byte " + differs + " of " + again.resolve(file) + " differs");
        }
    }

    /** Copies all but what builds make. */
    private static void copyTo(Path copy, Path project) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(project)) {
            paths = all.filter(path -> !isOutput(project.relativize(path))).toList();
        }
        for (Path path : paths) {
            Path target = copy.resolve(project.relativize(path));
            Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static boolean isOutput(Path path) {
        return path.startsWith("oci/target") || path.startsWith("docker/target");
    }
}
