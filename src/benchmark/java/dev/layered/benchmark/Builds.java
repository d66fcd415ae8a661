package dev.layered.benchmark;

import dev.layered.real.DockerRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Builds the applications with each tool, one after the other, and compares what that takes. */
final class Builds {

    private final List<Run> runs = new ArrayList<>();
    private final Path raw;

    private Builds(Path raw) {
        this.raw = raw;
    }

    /** Runs what the properties ask for; see {@code docs/performance.md}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Choice.folder());
        Builds builds = new Builds(folder.resolve("builds.csv"));
        Files.writeString(builds.raw, Run.HEADING + "\n");
        Maven maven = Maven.withPlugin(folder);
        try (DockerRegistry bases = DockerRegistry.start()) {
            BaseImage.push(new RegistryApi(bases.host(), "java"), folder.resolve("base"));
            for (Application application : Choice.of("applications", Application.values())) {
                builds.measure(application, maven, bases.host() + "/java:21");
            }
        }
        String report = new Report(builds.runs).text();
        Files.writeString(folder.resolve("builds.md"), report);
        System.out.println(report);
    }

    private void measure(Application application, Maven maven, String base) throws IOException {
        try (Workplace alone = new Workplace(application, Tool.MAVEN, maven, base);
                Workplace jib = new Workplace(application, Tool.JIB, maven, base);
                Workplace layered = new Workplace(application, Tool.LAYERED, maven, base)) {
            List<Workplace> all = List.of(alone, jib, layered);
            for (Workplace one : all) {
                one.begin();
            }
            for (Scenario scenario : Choice.of("scenarios", Scenario.values())) {
                for (int round = 1; round <= Choice.rounds(); round++) {
                    for (Workplace one : all) {
                        note(one.run(scenario, round));
                    }
                }
            }
        }
    }

    private void note(Run run) throws IOException {
        runs.add(run);
        Files.writeString(raw, run.line() + "\n", StandardOpenOption.APPEND);
        System.out.println(run.line());
    }
}
