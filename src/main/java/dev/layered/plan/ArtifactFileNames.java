package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives every artifact a file name of its own in the image's folder of libraries. */
public final class ArtifactFileNames {

    /** Far more than any two groupIds need that can be told apart at all. */
    private static final int MOST_DASHES = 100;

    private ArtifactFileNames() {}

    /**
     * Returns the names in the order of the artifacts, which is the order of the class path.
     *
     * <p>An artifact keeps its repository name where no other has it. Where several share one, each gets its groupId
     * in front, with as many dashes as it takes to be alone; so the names depend on the artifacts, not on their order.
     * Names are compared without case, for images that are unpacked on such file systems.
     *
     * @throws LayeredFailure {@code library-twice} if not even the groupIds tell two artifacts apart
     */
    public static Map<ProjectArtifact, String> assign(List<ProjectArtifact> artifacts) {
        for (int dashes = 0; dashes <= MOST_DASHES; dashes++) {
            Map<ProjectArtifact, String> names = names(artifacts, dashes);
            if (count(names.values()).size() == names.size()) {
                return names;
            }
        }
        throw twice(names(artifacts, MOST_DASHES));
    }

    private static LayeredFailure twice(Map<ProjectArtifact, String> names) {
        Map<String, ProjectArtifact> byName = new HashMap<>();
        for (Map.Entry<ProjectArtifact, String> name : names.entrySet()) {
            ProjectArtifact artifact = name.getKey();
            ProjectArtifact former = byName.putIfAbsent(folded(name.getValue()), artifact);
            if (former != null) {
                return LayeredFailure.mistake(
                        "library-twice",
                        "Two libraries would have the same file name " + Shown.quoted(former.fileName())
                                + " in the image.",
                        Shown.text(former.coordinates() + " and " + artifact.coordinates()),
                        "exclude one of the two dependencies");
            }
        }
        throw new IllegalStateException("the names are all different");
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
