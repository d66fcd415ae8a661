package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Runs the Maven of this build once more on a project, in between what a test looks at. */
public final class MavenRun {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Path project;
    private final Path directory;
    private final File localRepository;
    private final Map<String, String> environment;
    private final String umask;
    private final Path maven;

    private MavenRun(
            Path project,
            Path directory,
            File localRepository,
            Map<String, String> environment,
            String umask,
            Path maven) {
        this.project = project;
        this.directory = directory;
        this.localRepository = localRepository;
        this.environment = environment;
        this.umask = umask;
        this.maven = maven;
    }

    /** Returns a run in the directory of that project, with the local repository and the test.properties of its first run. */
    public static MavenRun in(File project, File localRepository) {
        Path directory = project.toPath().toAbsolutePath();
        Map<String, String> usual = Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_ARGS", "");
        Path maven = Path.of(System.getProperty("maven.home"));
        return new MavenRun(directory, directory, localRepository, usual, "", maven);
    }

    /** Returns the same run in another directory, such as a copy of the project. */
    public MavenRun copiedTo(Path copy) {
        return new MavenRun(project, copy.toAbsolutePath(), localRepository, environment, umask, maven);
    }

    /** Returns the same run with more in its environment. */
    public MavenRun with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new MavenRun(project, directory, localRepository, all, umask, maven);
    }

    /** Returns the same run with another umask, where there is such a thing. */
    MavenRun withUmask(String octal) {
        return new MavenRun(project, directory, localRepository, environment, WINDOWS ? "" : octal, maven);
    }

    /** Returns the same run by the Maven in that directory. */
    public MavenRun by(Path home) {
        return new MavenRun(project, directory, localRepository, environment, umask, home);
    }

    /** Runs the goals and options offline, in five minutes at most, and returns what Maven wrote. */
    public String goals(String... goals) throws IOException {
        return run(List.of("-o"), goals);
    }

    /** Does the same with the network, such as registries on this machine. */
    public String goalsOnline(String... goals) throws IOException {
        return run(List.of(), goals);
    }

    /** Returns what a run that has to fail wrote. */
    public static String fails(Callable<?> run) throws Exception {
        try {
            run.call();
        } catch (AssertionError failed) {
            return failed.getMessage();
        }
        throw new AssertionError("it did not fail");
    }

    private String run(List<String> options, String... goals) throws IOException {
        Path program = maven.resolve("bin").resolve(WINDOWS ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>();
        if (!umask.isEmpty()) {
            command.addAll(List.of("sh", "-c", "umask " + umask + " && exec \"$@\"", "sh"));
        }
        // where the invoker puts them; without them Maven doubts what came from the repositories they name
        Path settings = project.resolveSibling("interpolated-settings.xml");
        command.addAll(List.of(program.toString(), "-B", "-s", settings.toString()));
        command.addAll(options);
        command.add("-Dmaven.repo.local=" + localRepository);
        Path properties = project.resolve("test.properties");
        if (Files.exists(properties)) {
            Files.readAllLines(properties).forEach(property -> command.add("-D" + property));
        }
        command.addAll(List.of(goals));
        return ToolRun.of(directory, 300, environment, command);
    }
}
