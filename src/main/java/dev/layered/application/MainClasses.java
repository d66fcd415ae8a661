package dev.layered.application;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The classes of a project that can start it.
 *
 * <p>A class file that cannot be read counts as one that starts nothing.
 */
final class MainClasses {

    private static final String SPRING_BOOT = "Lorg/springframework/boot/autoconfigure/SpringBootApplication;";

    private final List<ClassFile> candidates;
    private final OptionalInt newestVersion;

    private MainClasses(List<ClassFile> candidates, OptionalInt newestVersion) {
        this.candidates = candidates;
        this.newestVersion = newestVersion;
    }

    /** Looks through the class files. */
    static MainClasses among(List<Path> classFiles) {
        List<ClassFile> classes = new ArrayList<>();
        for (Path file : classFiles) {
            try {
                classes.add(ClassFile.read(file));
            } catch (IOException | RuntimeException e) {
                continue; // a broken or future class file cannot be judged; naming <mainClass> is the way out
            }
        }
        return new MainClasses(
                classes, classes.stream().mapToInt(ClassFile::majorVersion).max());
    }

    /** Whether the classes were made for Java 8 or older, whose launcher knows no argument files. */
    boolean areForJava8() {
        return newestVersion.isPresent() && newestVersion.getAsInt() <= 52;
    }

    /**
     * Returns the one class that starts the application, or nothing where none can.
     *
     * <p>A class with {@code public static void main(String[])} goes before one with another form of main, and of
     * several the one that is annotated as the Spring Boot application.
     *
     * @throws LayeredFailure {@code main-class-many} if several classes can
     */
    Optional<String> only() {
        List<ClassFile> able = able();
        if (able.size() > 1) {
            List<String> names = able.stream().map(ClassFile::name).sorted().toList();
            throw LayeredFailure.mistake(
                    "main-class-many",
                    "Several classes have a main method: " + Shown.list(names) + ".",
                    "the project's classes",
                    "name the one that starts the application in <container><mainClass>");
        }
        return able.stream().map(ClassFile::name).findFirst();
    }

    /** Returns how many classes could start the application, as far as it cannot be told which one is meant. */
    int count() {
        return able().size();
    }

    private List<ClassFile> able() {
        List<ClassFile> classic = having(ClassFile::hasStaticMain);
        List<ClassFile> able = classic.isEmpty() ? having(ClassFile::hasInstanceMain) : classic;
        if (able.size() > 1) {
            List<ClassFile> springBoot = able.stream()
                    .filter(c -> c.constants().contains(SPRING_BOOT))
                    .toList();
            return springBoot.size() == 1 ? springBoot : able;
        }
        return able;
    }

    private List<ClassFile> having(Predicate<ClassFile> property) {
        return candidates.stream().filter(property).toList();
    }
}
