package dev.layered.benchmark;

import dev.layered.real.Folder;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One application as one tool builds it: a project, caches and a registry that nobody else uses. */
final class Workplace implements Closeable {

    private static final String REPOSITORY = "shop";
    private static final String TAG = "latest";

    private final Application application;
    private final Tool tool;
    private final Maven maven;
    private final String base;
    private final Path project;
    private final Path caches;
    private final TargetRegistry registry;
    private final RegistryApi api;
    private String state = "";
    private Map<String, Long> former = Map.of();

    Workplace(Application application, Tool tool, Maven maven, String base) throws IOException {
        this.application = application;
        this.tool = tool;
        this.maven = maven;
        this.base = base;
        Path folder = Choice.folder().resolve(application + "-" + tool);
        if (Files.exists(folder)) {
            Folder.delete(folder);
        }
        this.project = folder.resolve("project");
        this.caches = folder.resolve("caches");
        application.write(project, tool);
        this.registry = TargetRegistry.in(folder.resolve("registry"));
        this.api = new RegistryApi(registry.uncountedHost(), REPOSITORY);
    }

    /** Builds once, so that the classes are there; the first time ever, the user's local repository is filled before. */
    void begin() throws IOException {
        Path filled = Choice.folder().resolve(application + "-" + tool + ".filled");
        if (tool != Tool.LAYERED && !Files.exists(filled)) {
            application.writePom(project, tool, Application.DRIVERS.get(1));
            Maven.fill(project, caches, arguments(Scenario.LOCAL));
            application.writePom(project, tool, Application.DRIVERS.get(0));
            Maven.fill(project, caches, arguments(Scenario.LOCAL));
            Files.createFile(filled);
        }
        maven.run(project, caches, arguments(Scenario.LOCAL));
        forget();
    }

    /** Brings about what the scenario says happened before, runs it, and returns its figures. */
    Run run(Scenario scenario, int round) throws IOException {
        prepare(scenario);
        String change = scenario + " " + round + " " + System.nanoTime();
        switch (scenario) {
            case CLASS, CI_CLASS -> application.changeClass(project, change);
            case RESOURCE -> application.writeResource(project, change);
            case DEPENDENCY -> application.writePom(project, tool, Application.DRIVERS.get(1));
            default -> {}
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        registry.traffic();
        Cost cost = maven.run(project, caches, arguments(scenario));
        Traffic traffic = registry.traffic();
        Map<String, Long> now = pushes(scenario) ? api.blobs(TAG) : former;
        long image = now.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> before = former;
        long pull = now.entrySet().stream()
                .filter(blob -> !before.containsKey(blob.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        former = now;
        if (scenario == Scenario.DEPENDENCY) {
            application.writePom(project, tool, Application.DRIVERS.get(0));
            forget();
        }
        return new Run(
                application, scenario, tool, round, cost, traffic, new Run.Contents(image, pull, load));
    }

    private void prepare(Scenario scenario) throws IOException {
        if (scenario.isCold() || scenario == Scenario.DEPENDENCY) {
            forget();
        }
        if (scenario.isCold()) {
            state = arguments(scenario).toString();
            return;
        }
        String wanted = arguments(scenario).toString();
        if (!state.equals(wanted)) {
            maven.run(project, caches, arguments(scenario));
            former = pushes(scenario) ? api.blobs(TAG) : Map.of();
            state = wanted;
        }
        if (scenario.isStateless()) {
            forgetCaches();
        }
    }

    private boolean pushes(Scenario scenario) {
        return tool != Tool.MAVEN && scenario != Scenario.LOCAL;
    }

    private List<String> arguments(Scenario scenario) {
        List<String> arguments = new ArrayList<>(scenario == Scenario.LOCAL ? tool.local() : tool.push());
        String target = registry.host() + "/" + REPOSITORY + ":" + TAG;
        arguments.addAll(tool.properties(base, target, scenario.platforms()));
        return arguments;
    }

    private void forget() throws IOException {
        state = "";
        former = Map.of();
        registry.clear();
        forgetCaches();
    }

    private void forgetCaches() throws IOException {
        if (Files.exists(caches)) {
            Folder.delete(caches);
        }
        for (String output : tool.outputs()) {
            Path made = project.resolve("target").resolve(output);
            if (Files.isDirectory(made)) {
                Folder.delete(made);
            } else {
                Files.deleteIfExists(made);
            }
        }
    }

    @Override
    public void close() throws IOException {
        registry.close();
        forgetCaches();
    }
}
