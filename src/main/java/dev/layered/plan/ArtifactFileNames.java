package dev.layered.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives every artifact a file name of its own in the image's folder of libraries. */
public final class ArtifactFileNames {

    private ArtifactFileNames() {}

    /**
     * Returns the names in the order of the artifacts, which is the order of the class path.
     *
     * <p>An artifact keeps its repository name where no other has it. Where several share one, each gets its groupId
     * in front, with as many dashes as it takes to be alone; so the names depend on the artifacts, not on their order.
     * Names are compared without case, for images that are unpacked on such file systems.
     */
    public static Map<ProjectArtifact, String> assign(List<ProjectArtifact> artifacts) {
        for (int dashes = 0; ; dashes++) {
            Map<ProjectArtifact, String> names = names(artifacts, dashes);
            if (count(names.values()).size() == names.size()) {
                return names;
            }
        }
    }

    private static Map<ProjectArtifact, String> names(List<ProjectArtifact> artifacts, int dashes) {
        Map<String, Integer> plain =
                count(artifacts.stream().map(ProjectArtifact::fileName).toList());
        Map<ProjectArtifact, String> names = new LinkedHashMap<>();
        for (ProjectArtifact artifact : artifacts) {
            String name = artifact.fileName();
            boolean alone = plain.get(folded(name)) == 1;
            names.put(
                    artifact,
                    alone || dashes == 0 ? name : artifact.coordinates().groupId() + "-".repeat(dashes) + name);
        }
        return names;
    }

    private static Map<String, Integer> count(Iterable<String> names) {
        Map<String, Integer> count = new HashMap<>();
        names.forEach(name -> count.merge(folded(name), 1, Integer::sum));
        return count;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
