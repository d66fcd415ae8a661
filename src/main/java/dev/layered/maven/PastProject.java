package dev.layered.maven;

import dev.layered.plan.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a module of a commit depended on.
 *
 * @param folder of the module from the repository's top, with slashes; empty for the top itself
 * @param libraries in the order of the class path
 */
record PastProject(String folder, List<Library> libraries) {

    private static final int FIELDS = 8;
    private static final String NO_MODULE = ":";

    /**
     * A library of it.
     *
     * @param module the folder of the module that it is, as above
     */
    record Library(Coordinates coordinates, String extension, String scope, Optional<String> module) {}

    /** Returns it as text: a line for the folder, and one for each library. */
    String text() {
        StringBuilder text = new StringBuilder(folder).append('\n');
        for (Library library : libraries) {
            Coordinates of = library.coordinates();
            text.append(String.join(
                            "\t",
                            of.groupId(),
                            of.artifactId(),
                            of.type(),
                            of.classifier(),
                            of.baseVersion(),
                            library.extension(),
                            library.scope(),
                            library.module().orElse(NO_MODULE)))
                    .append('\n');
        }
        return text.toString();
    }

    /** Reads the text; empty where it is none. */
    static Optional<PastProject> read(String text) {
        List<String> lines = text.lines().toList();
        List<Library> libraries = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] fields = line.split("\t", -1);
            if (fields.length != FIELDS) {
                return Optional.empty();
            }
            libraries.add(new Library(
                    new Coordinates(fields[0], fields[1], fields[2], fields[3], fields[4]),
                    fields[5],
                    fields[6],
                    Optional.of(fields[7]).filter(module -> !module.equals(NO_MODULE))));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new PastProject(lines.get(0), libraries));
    }
}
