package dev.layered.suggest;

import dev.layered.plan.Coordinates;
import dev.layered.plan.ProjectArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A history as a CSV file: the artifacts of one image after the other, a line each. Which column is which says the first
 * line; {@code src/test/resources/dev/layered/suggest/history/README.md} has them.
 */
record HistoryFile(String name, List<PastImage> images) {

    private static final String END = ".csv";

    /** Returns the histories in a folder, by name. */
    static List<HistoryFile> in(Path folder) throws IOException {
        List<HistoryFile> histories = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(END)).toList()) {
                List<String> lines = Files.readAllLines(file);
                if (!lines.isEmpty()
                        && lines.get(0).contains("groupId")
                        && lines.get(0).contains("kind")) {
                    String name = file.getFileName().toString();
                    histories.add(new HistoryFile(name.substring(0, name.length() - END.length()), read(lines)));
                }
            }
        }
        histories.sort(Comparator.comparing(HistoryFile::name));
        return histories;
    }

    private static List<PastImage> read(List<String> lines) {
        List<String> columns = List.of(lines.get(0).split(",", -1));
        Map<String, List<Map<String, String>>> byCommit = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                row.put(columns.get(i), values[i]);
            }
            byCommit.computeIfAbsent(row.get("commit"), commit -> new ArrayList<>())
                    .add(row);
        }
        return byCommit.values().stream().map(HistoryFile::image).toList();
    }

    private static PastImage image(List<Map<String, String>> rows) {
        List<PastArtifact> artifacts = new ArrayList<>();
        Piece own = new Piece("own", 0);
        for (Map<String, String> row : rows) {
            long bytes = Long.parseLong(row.get("bytes"));
            String content = row.get("content");
            if (row.get("kind").equals("app")) {
                own = new Piece("own " + content, bytes);
            } else {
                artifacts.add(new PastArtifact(artifact(row, bytes), content));
            }
        }
        return new PastImage(artifacts, own);
    }

    private static ProjectArtifact artifact(Map<String, String> row, long bytes) {
        String type = row.get("type");
        Coordinates coordinates = new Coordinates(
                row.get("groupId"),
                row.get("artifactId"),
                type,
                row.get("classifier"),
                row.get("version") + (isUnsaidSnapshot(row) ? "-SNAPSHOT" : ""));
        boolean isModule = row.get("kind").equals("reactor");
        Path file = Path.of(coordinates.toString().replace(':', '_'));
        return new ProjectArtifact(coordinates, "jar", "runtime", isModule, file, bytes);
    }

    private static boolean isUnsaidSnapshot(Map<String, String> row) {
        return row.get("kind").equals("snapshot") && !row.get("version").endsWith("-SNAPSHOT");
    }
}
