package dev.layered.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which artifact brings in which, with every path that Maven found and not only the one it kept.
 *
 * <p>Artifacts are named by groupId, artifactId, type and classifier, of which a class path holds one version.
 */
public final class DependencyTree {

    /** The tree of which nothing is known. */
    public static final DependencyTree UNKNOWN = new DependencyTree(Map.of(), Set.of());

    private final Map<String, Set<String>> children;
    private final Set<String> roots;

    private DependencyTree(Map<String, Set<String>> children, Set<String> roots) {
        this.children = children;
        this.roots = roots;
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the name of an artifact in this tree. */
    public static String id(Coordinates artifact) {
        String classifier = artifact.classifier().isEmpty() ? "" : ":" + artifact.classifier();
        boolean plain = classifier.isEmpty() && artifact.type().equals("jar");
        return artifact.groupId() + ":" + artifact.artifactId() + (plain ? "" : ":" + artifact.type() + classifier);
    }

    /** Returns what is reached from the project without passing through any of the artifacts. */
    Set<String> reachedWithout(Set<String> blocked) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (!blocked.contains(next) && reached.add(next)) {
                open.addAll(children.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /** Returns a shortest path from a direct dependency of the project to the artifact; empty where none is known. */
    public List<String> pathTo(Coordinates artifact) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(roots);
        roots.forEach(root -> cameFrom.put(root, ""));
        while (!open.isEmpty()) {
            String next = open.remove();
            for (String child : children.getOrDefault(next, Set.of())) {
                if (cameFrom.putIfAbsent(child, next) == null) {
                    open.add(child);
                }
            }
        }
        List<String> path = new ArrayList<>();
        for (String at = id(artifact); cameFrom.containsKey(at); at = cameFrom.get(at)) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }

    /** Collects edges. */
    public static final class Builder {

        private final Map<String, Set<String>> children = new LinkedHashMap<>();
        private final Set<String> roots = new LinkedHashSet<>();

        private Builder() {}

        /** Adds a direct dependency of the project. */
        public Builder root(Coordinates artifact) {
            roots.add(id(artifact));
            return this;
        }

        /** Adds that one artifact depends on another. */
        public Builder edge(Coordinates parent, Coordinates child) {
            children.computeIfAbsent(id(parent), name -> new LinkedHashSet<>()).add(id(child));
            return this;
        }

        /** Returns the tree. */
        public DependencyTree build() {
            return new DependencyTree(children, roots);
        }
    }
}
