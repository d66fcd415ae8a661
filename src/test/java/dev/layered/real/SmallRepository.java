package dev.layered.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A remote Maven repository on disk with jars of a few bytes, for dependencies of any shape. */
public final class SmallRepository {

    private final Path root;

    private SmallRepository(Path root) {
        this.root = root;
    }

    /** Returns the repository in that directory, which need not exist. */
    public static SmallRepository at(Path root) {
        return new SmallRepository(root);
    }

    /** Releases a jar with one file in it; its dependencies are {@code groupId:artifactId:version} too. */
    public void jar(String coordinates, String... dependencies) throws IOException {
        String[] parts = coordinates.split(":");
        String listed = Arrays.stream(dependencies)
                .map(dependency -> "<dependency>" + elements(dependency.split(":")) + "</dependency>")
                .collect(Collectors.joining("\n"));
        String pom = "<project><modelVersion>4.0.0</modelVersion>\n" + elements(parts) + "\n<dependencies>" + listed
                + "</dependencies></project>\n";
        Files.writeString(file(parts, ".pom"), pom);
        zip(file(parts, ".jar"), parts[1] + ".txt", coordinates);
    }

    /** Adds a jar of that classifier to one that is there. */
    public void classified(String coordinates, String classifier) throws IOException {
        String[] parts = coordinates.split(":");
        zip(file(parts, "-" + classifier + ".jar"), classifier + ".txt", coordinates);
    }

    /** Releases a jar without any entry. */
    public void empty(String coordinates) throws IOException {
        jar(coordinates);
        try (ZipOutputStream zip = zip(file(coordinates.split(":"), ".jar"))) {
            zip.finish();
        }
    }

    /** Releases a jar with one file of so many bytes in it, which no compression makes smaller. */
    public void sized(String coordinates, int bytes) throws IOException {
        jar(coordinates);
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        try (ZipOutputStream zip = zip(file(coordinates.split(":"), ".jar"))) {
            zip.putNextEntry(new ZipEntry("noise"));
            zip.write(noise);
        }
    }

    private void zip(Path file, String name, String text) throws IOException {
        try (ZipOutputStream zip = zip(file)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0); // the same bytes in each run
            zip.putNextEntry(entry);
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ZipOutputStream zip(Path file) throws IOException {
        return new ZipOutputStream(Files.newOutputStream(file));
    }

    private Path file(String[] parts, String suffix) throws IOException {
        Path folder = root.resolve(parts[0].replace('.', '/')).resolve(parts[1]).resolve(parts[2]);
        return Files.createDirectories(folder).resolve(parts[1] + "-" + parts[2] + suffix);
    }

    private static String elements(String[] parts) {
        return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>".formatted((Object[]) parts);
    }
}
