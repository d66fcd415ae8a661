package dev.layered.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;

/** Jars that Spring Boot's plugin repackaged: they hold the application and all its libraries once more. */
public final class SpringBootJar {

    private SpringBootJar() {}

    /** Whether the jar is an executable one of Spring Boot, by what its manifest says. */
    public static boolean is(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            return jar.getManifest() != null
                    && jar.getManifest().getMainAttributes().getValue("Spring-Boot-Classes") != null;
        } catch (IOException e) {
            return false; // no jar at all
        }
    }

    /** Returns the plain jar that Spring Boot's plugin keeps beside the repackaged one. */
    public static Optional<Path> plain(Path repackaged) {
        Path original = repackaged.resolveSibling(repackaged.getFileName() + ".original");
        return Files.isRegularFile(original) ? Optional.of(original) : Optional.empty();
    }
}
