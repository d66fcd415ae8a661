package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** What Maven wrote for a project, one text per run. */
public final class BuildLogs {

    private final List<String> runs;

    private BuildLogs(String log) {
        String[] parts = log.split("Scanning for projects");
        this.runs = List.of(parts).subList(1, parts.length);
    }

    /** Reads the log that the invoker keeps beside the project's pom. */
    public static BuildLogs of(File project) throws IOException {
        return new BuildLogs(Files.readString(project.toPath().resolve("build.log")));
    }

    /** Returns what one run wrote, counted from 1. */
    public String run(int number) {
        return runs.get(number - 1);
    }

    /** Returns how many runs wrote all the texts. */
    public long runsThatMention(String... texts) {
        return runs.stream()
                .filter(run -> Arrays.stream(texts).allMatch(run::contains))
                .count();
    }
}
