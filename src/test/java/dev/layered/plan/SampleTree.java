package dev.layered.plan;

/** A tree of dependencies from a text. */
public final class SampleTree {

    private SampleTree() {}

    /** Returns the tree of lines like {@code g:a > g:b g:c}; what follows a line that begins with {@code >} is direct. */
    public static DependencyTree of(String lines) {
        DependencyTree.Builder tree = DependencyTree.builder();
        lines.lines().forEach(line -> {
            String parent = line.substring(0, line.indexOf('>')).strip();
            for (String child : line.substring(line.indexOf('>') + 1).strip().split(" ")) {
                if (parent.isEmpty()) {
                    tree.root(SampleArtifact.coordinates(child));
                } else {
                    tree.edge(SampleArtifact.coordinates(parent), SampleArtifact.coordinates(child));
                }
            }
        });
        return tree.build();
    }
}
