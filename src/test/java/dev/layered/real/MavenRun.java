package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the Maven of this build once more on a project, in between what a test looks at. */
public final class MavenRun {

    private final Path project;
    private final File localRepository;

    private MavenRun(Path project, File localRepository) {
        this.project = project;
        this.localRepository = localRepository;
    }

    /** Returns a run in the directory of that project, with the local repository that its first run had. */
    public static MavenRun in(File project, File localRepository) {
        return new MavenRun(project.toPath(), localRepository);
    }

    /** Runs the goals and options offline, in five minutes at most, and returns what Maven wrote. */
    public String goals(String... goals) throws IOException {
        boolean windows = File.separatorChar == '\\';
        Path maven = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>();
        // offline: the first run has fetched everything, and the invoker's settings are not ours to find
        command.addAll(List.of(maven.toString(), "-B", "-e", "-o", "-Dmaven.repo.local=" + localRepository));
        command.addAll(List.of(goals));
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_ARGS", "");
        return ToolRun.of(project, 300, environment, command);
    }
}
