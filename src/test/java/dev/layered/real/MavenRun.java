package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the Maven of this build once more on a project, in between what a test looks at. */
public final class MavenRun {

    private final Path project;
    private final File localRepository;

    private MavenRun(Path project, File localRepository) {
        this.project = project.toAbsolutePath();
        this.localRepository = localRepository;
    }

    /** Returns a run in the directory of that project, with the local repository and the test.properties of its first run. */
    public static MavenRun in(File project, File localRepository) {
        return new MavenRun(project.toPath(), localRepository);
    }

    /** Runs the goals and options offline, in five minutes at most, and returns what Maven wrote. */
    public String goals(String... goals) throws IOException {
        boolean windows = File.separatorChar == '\\';
        Path maven = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>();
        // where the invoker puts them; without them Maven doubts what came from the repositories they name
        Path settings = project.resolveSibling("interpolated-settings.xml");
        command.addAll(List.of(maven.toString(), "-B", "-o", "-s", settings.toString()));
        command.add("-Dmaven.repo.local=" + localRepository);
        Path properties = project.resolve("test.properties");
        if (Files.exists(properties)) {
            Files.readAllLines(properties).forEach(property -> command.add("-D" + property));
        }
        command.addAll(List.of(goals));
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_ARGS", "");
        return ToolRun.of(project, 300, environment, command);
    }
}
