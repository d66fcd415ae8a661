package dev.layered.registry.credential;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine tells of its user: environment variables, home folder, programs.
 *
 * @param environment the variables, as {@code System.getenv()} has them
 * @param userHome the system property {@code user.home}, which is {@code ?} for a user without an account
 * @param osName the system property {@code os.name}
 */
public record Machine(Map<String, String> environment, String userHome, String osName) {

    /** Copies the variables. */
    public Machine {
        environment = Map.copyOf(environment);
    }

    /** Returns the machine that this process runs on. */
    public static Machine here() {
        return new Machine(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"));
    }

    /** Returns a variable that is set and not empty. */
    Optional<String> variable(String name) {
        return environment.entrySet().stream()
                .filter(entry -> isWindows()
                        ? entry.getKey().equalsIgnoreCase(name)
                        : entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Returns the path that a variable holds; a relative one starts at the folder that the command was given in. */
    Optional<Path> path(String variable) {
        return variable(variable).flatMap(Machine::parse).map(Path::toAbsolutePath);
    }

    /** Returns the home folder. */
    Optional<Path> home() {
        return parse(userHome).filter(Path::isAbsolute).or(() -> path("HOME"));
    }

    /** Returns a program's file by the folders of {@code PATH}; those that are not absolute count as absent. */
    Optional<Path> program(String name) {
        List<String> endings = isWindows() ? List.of(".exe", ".cmd") : List.of("");
        return Stream.of(variable("PATH").orElse("").split(File.pathSeparator))
                .map(Machine::parse)
                .flatMap(Optional::stream)
                .filter(Path::isAbsolute)
                .flatMap(folder -> endings.stream().map(ending -> folder.resolve(name + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Leaves out the variables, as passwords are among them. */
    @Override
    public String toString() {
        return "Machine[userHome=" + userHome + ", osName=" + osName + "]";
    }

    private boolean isWindows() {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static Optional<Path> parse(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
