package dev.layered.maven;

import dev.layered.plan.ImageInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Organization;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;

/**
 * What the pom says of a project, by the names that the OCI image spec predefines.
 *
 * <p>What a parent says counts where its pom lies in the same source tree. One from a repository, such as a framework's,
 * speaks of itself, though Maven lets the project inherit that.
 */
final class PomInfo {

    private final MavenProject project;
    private final List<Model> written = new ArrayList<>();
    private final Map<String, String> values = new TreeMap<>();

    private PomInfo(MavenProject project) {
        this.project = project;
        for (MavenProject each = project; each != null && each.getFile() != null; each = parent(each)) {
            written.add(each.getOriginalModel());
        }
        written.removeIf(Objects::isNull);
    }

    /** Without a relative path a parent is one of a repository, even in a run that happens to build it too. */
    private static MavenProject parent(MavenProject child) {
        Parent named = child.getModel().getParent();
        return named == null || named.getRelativePath().isEmpty() ? null : child.getParent();
    }

    /** Returns the values by name; what the pom does not say is not among them. */
    static Map<String, String> of(MavenProject project) {
        PomInfo info = new PomInfo(project);
        info.put("title", project.getName());
        info.put("version", project.getVersion());
        info.put("description", info.own(Model::getDescription));
        info.put("url", info.own(Model::getUrl));
        info.put("source", info.own(PomInfo::source));
        info.put("licenses", info.own(PomInfo::licenses));
        info.put("vendor", info.own(PomInfo::vendor));
        return info.values;
    }

    /** Returns what the effective model says, if one of our own poms says anything of the kind. */
    private String own(Function<Model, String> element) {
        boolean isOurs = written.stream().map(element).anyMatch(Objects::nonNull);
        return isOurs ? element.apply(project.getModel()) : null;
    }

    /** Lines are as long as the pom's, which says nothing. */
    private void put(String name, String text) {
        if (text != null && !text.isBlank()) {
            values.put(ImageInfo.PREFIX + name, text.strip().replaceAll("\\s+", " "));
        }
    }

    /** A password in an address is not for those who have the image. */
    private static String source(Model model) {
        Scm scm = model.getScm();
        return scm == null || scm.getUrl() == null ? null : scm.getUrl().replaceFirst("(?<=://)[^/@:]*:[^/@]*@", "");
    }

    private static String licenses(Model model) {
        List<License> licenses = model.getLicenses();
        return licenses.isEmpty()
                ? null
                : licenses.stream()
                        .map(License::getName)
                        .filter(name -> name != null && !name.isBlank())
                        .collect(Collectors.joining(" OR "));
    }

    private static String vendor(Model model) {
        Organization organization = model.getOrganization();
        return organization == null ? null : organization.getName();
    }
}
