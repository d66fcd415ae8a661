package dev.layered.maven;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * Whether somebody watches a terminal on which a line may be written again and again.
 *
 * <p>Not so with {@code -B}, {@code -ntp} or {@code -l}, where modules write at the same time ({@code -T}), where the
 * environment has {@code CI} or {@code TERM=dumb}, and where input or output is no terminal, by Java's word.
 *
 * @param request what Maven was asked for
 * @param options words of the command line and of {@code .mvn/maven.config}
 * @param environment variables
 * @param terminal whether Java has one
 */
record WatchedTerminal(
        MavenExecutionRequest request, List<String> options, Map<String, String> environment, boolean terminal) {

    /** Maven tells nobody that it was given one of these. */
    private static final Set<String> AGAINST = Set.of("-ntp", "--no-transfer-progress", "-l", "--log-file");

    /** Returns the terminal of this process. */
    static WatchedTerminal of(MavenExecutionRequest request) {
        Stream<String> command =
                Stream.of(System.getProperty("sun.java.command", "").split(" "));
        List<String> options = Stream.concat(command, configured(request.getMultiModuleProjectDirectory()))
                .toList();
        return new WatchedTerminal(request, options, System.getenv(), hasTerminal());
    }

    /** Whether a line may be written again and again. */
    boolean isThere() {
        return terminal
                && request.isInteractiveMode()
                && request.getDegreeOfConcurrency() <= 1
                && options.stream().noneMatch(AGAINST::contains)
                && !environment.containsKey("CI")
                && !"dumb".equals(environment.get("TERM"));
    }

    private static Stream<String> configured(File project) {
        Path file = project == null ? null : project.toPath().resolve(".mvn").resolve("maven.config");
        try {
            return file == null || !Files.isRegularFile(file)
                    ? Stream.of()
                    : Stream.of(Files.readString(file).split("\\s+"));
        } catch (IOException e) {
            return Stream.of(); // Maven has read it, and told what is wrong with it
        }
    }

    /** Since Java 22 there may be a console that is no terminal; it says so. */
    private static boolean hasTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // an older Java has none then
        }
    }
}
