package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The C libraries of this machine that a Java runtime on it is linked to. */
final class HostLibraries {

    private static final Pattern FOUND = Pattern.compile("(?:=>\\s+)?(/\\S+) \\(0x[0-9a-f]+\\)");
    /** They draw on a screen, and want libraries that a server need not have. */
    private static final Pattern DRAWS = Pattern.compile(".*(awt|font|splash|freetype|jsound|lcms|javajpeg).*");

    private HostLibraries() {}

    /** Returns the paths under which the loader finds them; outside of the runtime only. */
    static Set<Path> of(Path runtime) throws IOException {
        Set<Path> libraries = new TreeSet<>();
        for (Path linked : linked(runtime)) {
            Matcher found = FOUND.matcher(ToolRun.of("ldd", linked.toString()));
            while (found.find()) {
                Path library = Path.of(found.group(1)).normalize();
                if (!library.startsWith(runtime)) {
                    libraries.add(library);
                }
            }
        }
        LayoutReader.expect(!libraries.isEmpty(), "ldd names no library for " + runtime);
        return libraries;
    }

    private static List<Path> linked(Path runtime) throws IOException {
        try (Stream<Path> files = Files.walk(runtime)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.endsWith("bin/java") || file.toString().endsWith(".so"))
                    .filter(file ->
                            !DRAWS.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }
}
