package dev.layered.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles Java sources at test time, so that class files are what a compiler really writes. */
public final class Compiled {

    private Compiled() {}

    /** Compiles sources, each as {@code Name.java} followed by its text, into the folder. */
    public static void into(Path folder, int release, String... sources) {
        try {
            Path sourceFolder = Files.createTempDirectory("sources");
            List<String> arguments = new ArrayList<>(List.of("-nowarn", "-Xlint:none", "--release", "" + release));
            arguments.addAll(List.of("-d", folder.toString()));
            for (int i = 0; i < sources.length; i += 2) {
                Path source = sourceFolder.resolve(sources[i]);
                Files.createDirectories(source.getParent());
                arguments.add(Files.writeString(source, sources[i + 1]).toString());
            }
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            assertThat(result).as("result of javac").isZero();
            try (Stream<Path> leftovers = Files.walk(sourceFolder)) {
                leftovers
                        .sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Overwrites the major version of a class file. */
    static void patchVersion(Path classFile, int major) throws IOException {
        byte[] bytes = Files.readAllBytes(classFile);
        bytes[6] = (byte) (major >> 8);
        bytes[7] = (byte) major;
        Files.write(classFile, bytes);
    }

    static List<Path> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(OutputFolder::isClass).sorted().toList();
        }
    }
}
