package dev.layered.maven;

import dev.layered.history.TreeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.project.MavenProject;

/**
 * Where the poms of a source tree lie in its repository.
 *
 * @param prefix of the smallest folder that holds them all, from the repository's top: empty, or with a slash at its end
 * @param names that poms have
 * @param starts paths of the poms to begin with: the topmost, and that of the module
 */
record PomTree(String prefix, Set<String> names, List<String> starts) {

    private static final String SETTINGS = ".mvn/";

    /** Returns the tree around a module, by what is on disk now. */
    static PomTree around(MavenProject project, Collection<MavenProject> ofThisRun, Path top) {
        List<Path> poms =
                new ArrayList<>(ReactorModules.around(project, ofThisRun).poms().keySet());
        for (MavenProject each = project; each != null && each.getFile() != null; each = each.getParent()) {
            poms.add(ReactorModules.written(each));
        }
        Path folder = real(project.getBasedir().toPath());
        Path root = real(top);
        for (Path pom : poms) {
            while (!real(pom).startsWith(folder) && !folder.equals(root) && folder.getParent() != null) {
                folder = folder.getParent();
            }
        }
        Set<String> names = new TreeSet<>(Set.of("pom.xml"));
        poms.forEach(pom -> names.add(pom.getFileName().toString()));
        Set<String> starts = new LinkedHashSet<>();
        List.of(poms.get(0), ReactorModules.written(project))
                .forEach(pom -> starts.add(slashed(root.relativize(real(pom)))));
        Path below = root.relativize(folder);
        String prefix = below.toString().isEmpty() ? "" : slashed(below) + "/";
        return new PomTree(prefix, names, List.copyOf(starts));
    }

    /** Returns the patterns of what decides dependencies, in git's glob form. */
    List<String> patterns() {
        String escaped = prefix.replaceAll("[\\\\*?\\[]", "\\\\$0");
        List<String> patterns = new ArrayList<>();
        names.forEach(name -> patterns.add(escaped + "**/" + name));
        patterns.add(escaped + SETTINGS + "**");
        return patterns;
    }

    /** Returns the files among these that decide dependencies. */
    List<TreeFile> among(List<TreeFile> files) {
        return files.stream()
                .filter(file -> file.path().startsWith(prefix))
                .filter(file -> file.path().startsWith(prefix + SETTINGS)
                        || names.contains(file.path().substring(file.path().lastIndexOf('/') + 1)))
                .toList();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
