package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
            Folder.copyProject(project, copy);
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
}
