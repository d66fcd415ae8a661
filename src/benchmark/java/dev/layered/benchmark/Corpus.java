package dev.layered.benchmark;

import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files that layers are made of. */
public enum Corpus {
    /** The jars of the small application. */
    SMALL_JARS,
    /** The jars of the large application. */
    LARGE_JARS,
    /** 5,000 classes and resources out of the jars of the small application. */
    CLASSES;

    private static final int FILES = 5000;

    /** Returns the files, which {@link #prepare} found. */
    List<Path> files() throws IOException {
        try (Stream<String> lines = Files.lines(list())) {
            return lines.map(Path::of).toList();
        }
    }

    /** Returns the files as entries of a layer. */
    List<LayerEntry> entries() throws IOException {
        return files().stream()
                .map(file -> LayerEntry.file(pathInImage(file), new Content.OfFile(file), false))
                .toList();
    }

    /** Returns a path that no other file has, without a leading slash. */
    static String pathInImage(Path file) {
        return "app/" + file.getRoot().relativize(file).toString().replace('\\', '/');
    }

    /** Lets Maven tell which jars the applications have, and unpacks some. */
    static void prepare() throws IOException {
        for (Application application : Application.values()) {
            Corpus corpus = application == Application.SMALL ? SMALL_JARS : LARGE_JARS;
            if (!Files.exists(corpus.list())) {
                corpus.askMaven(application);
            }
        }
        if (!Files.exists(CLASSES.list())) {
            Path folder = Choice.folder().resolve("classes");
            Files.write(CLASSES.list(), unpack(SMALL_JARS.files(), folder));
        }
    }

    private void askMaven(Application application) throws IOException {
        Path project = Choice.folder().resolve(application + "-jars");
        application.write(project, Tool.MAVEN);
        Path found = project.resolve("jars.txt");
        Maven.fill(
                project,
                project,
                List.of(
                        "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath",
                        "-Dmdep.includeScope=runtime",
                        "-Dmdep.outputFile=" + found));
        Files.write(list(), List.of(Files.readString(found).strip().split(File.pathSeparator)));
    }

    private static List<String> unpack(List<Path> jars, Path folder) {
        return jars.stream()
                .flatMap(jar -> {
                    try {
                        return unpack(jar, folder.resolve(jar.getFileName())).stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .limit(FILES)
                .map(Path::toString)
                .toList();
    }

    private static List<Path> unpack(Path jar, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(folder)) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                }
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path list() {
        return Choice.folder().resolve(name().toLowerCase(Locale.ROOT) + ".txt");
    }
}
