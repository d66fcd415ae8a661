package dev.layered.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this project, as the tests of the documentation read them. */
final class ProjectFiles {

    /** Surefire runs the tests in the project's folder. */
    static final Path ROOT = Path.of("").toAbsolutePath();

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>layered-maven-plugin</artifactId>\\s*<version>([^<]+)</version>");

    private ProjectFiles() {}

    /** Returns the text of a file, with {@code \n} at the ends of lines. */
    static String read(String path) {
        return read(ROOT.resolve(path));
    }

    static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the files below a folder whose names end so, sorted. */
    static List<Path> below(String folder, String suffix) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all pages for readers: those of docs, and those at the root. */
    static List<Path> pages() {
        Stream<Path> root =
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve);
        return Stream.concat(root, below("docs", ".md").stream()).toList();
    }

    /** Returns the first group of every match. */
    static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Returns the version of this project. */
    static String version() {
        return pluginVersions(read("pom.xml")).get(0);
    }

    /** Returns each version of the plugin that stands in an XML text as an element beside its artifactId. */
    static List<String> pluginVersions(String xml) {
        return groups(VERSION, xml);
    }
}
