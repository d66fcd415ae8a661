package dev.layered.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the Maven of this build with the Java of this build, this plugin being in a local repository of its own. */
final class Maven {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final Path ownRepository;

    private Maven(Path ownRepository) {
        this.ownRepository = ownRepository;
    }

    /** Puts the plugin that was just packaged into a local repository below the folder. */
    static Maven withPlugin(Path folder) throws IOException {
        Path repository = folder.resolve("repository");
        Path plugin = repository.resolve("dev/layered/layered-maven-plugin/" + VERSION);
        Files.createDirectories(plugin);
        String name = "layered-maven-plugin-" + VERSION;
        Files.write(plugin.resolve(name + ".jar"), Files.readAllBytes(Choice.path("plugin")));
        Files.write(plugin.resolve(name + ".pom"), Files.readAllBytes(Choice.path("pom")));
        return new Maven(repository);
    }

    /** Fills the user's local repository with what the goals need. */
    static void fill(Path project, Path home, List<String> arguments) throws IOException {
        run(project, home, List.of("-Dmaven.repo.local=" + Choice.path("repository")), arguments);
    }

    /** Runs goals and options, with the folder for caches. */
    Cost run(Path project, Path home, List<String> arguments) throws IOException {
        List<String> repositories = List.of(
                "-Dmaven.repo.local=" + ownRepository, "-Dmaven.repo.local.tail=" + Choice.path("repository"));
        return run(project, home, repositories, arguments);
    }

    private static Cost run(Path project, Path home, List<String> repositories, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Choice.path("maven").resolve("bin/mvn").toString(), "-B", "-q", "-ntp", "-DskipTests"));
        // it would ask the internet
        command.add("-Djib.disableUpdateChecks=true");
        command.addAll(repositories);
        command.addAll(arguments);
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MAVEN_OPTS", Choice.text("mavenOpts"));
        environment.put("MAVEN_ARGS", "");
        environment.put("XDG_CACHE_HOME", home.toString());
        return Cost.of(project, environment, command);
    }
}
