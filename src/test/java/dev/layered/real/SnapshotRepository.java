package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A remote Maven repository on disk that holds a snapshot as servers do: with the time in its file name. */
public final class SnapshotRepository {

    private static final String DAY_AND_TIME = "20260102.030405";

    private final Path root;

    private SnapshotRepository(Path root) {
        this.root = root;
    }

    /** Returns the repository in that directory, which need not exist. */
    public static SnapshotRepository at(Path root) {
        return new SnapshotRepository(root);
    }

    /** Deploys a jar with one file in it as the first build of that version's snapshot. */
    public void deploy(String groupId, String artifactId, String version) throws IOException {
        Path folder = Files.createDirectories(
                root.resolve(groupId.replace('.', '/')).resolve(artifactId).resolve(version + "-SNAPSHOT"));
        String coordinates = """
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s-SNAPSHOT</version>
                """.formatted(groupId, artifactId, version);
        String name = artifactId + "-" + version + "-" + DAY_AND_TIME + "-1";
        Files.writeString(
                folder.resolve(name + ".pom"),
                "<project>\n  <modelVersion>4.0.0</modelVersion>\n" + coordinates + "</project>\n");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve(name + ".jar")))) {
            jar.putNextEntry(new JarEntry(artifactId + ".txt"));
            jar.write(version.getBytes());
            jar.closeEntry();
        }
        Files.writeString(folder.resolve("maven-metadata.xml"), """
                <metadata modelVersion="1.1.0">
                %s  <versioning>
                    <snapshot>
                      <timestamp>%s</timestamp>
                      <buildNumber>1</buildNumber>
                    </snapshot>
                    <lastUpdated>20260102030405</lastUpdated>
                  </versioning>
                </metadata>
                """.formatted(coordinates, DAY_AND_TIME));
    }
}
