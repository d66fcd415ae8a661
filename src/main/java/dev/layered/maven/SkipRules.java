package dev.layered.maven;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.project.MavenProject;

/** Which modules of a run are left out without a word of complaint, each with one line that says why. */
final class SkipRules {

    private final String pluginKey;
    private final MavenProject project;
    private final Collection<MavenProject> reactor;

    /**
     * Judges nothing yet.
     *
     * @param pluginKey groupId and artifactId of our plugin with a colon between
     */
    SkipRules(String pluginKey, MavenProject project, Collection<MavenProject> reactor) {
        this.pluginKey = pluginKey;
        this.project = project;
        this.reactor = reactor;
    }

    /** Returns why the module has no image, or nothing where it may have one. */
    Optional<String> reason() {
        if (project.getPackaging().equals("pom")) {
            return Optional.of("its packaging is pom");
        }
        boolean others = reactor.stream().anyMatch(this::uses);
        if (!uses(project) && others) {
            return Optional.of("it does not name " + pluginKey + ", while another module does");
        }
        return Optional.empty();
    }

    /**
     * Whether a module without a main class is left out rather than told to name one: it did not ask for an image
     * itself, but its parent did for all, or the command line.
     */
    boolean mayHaveNoMainClass() {
        return !names(project.getOriginalModel()) && (uses(project) || reactor.size() > 1);
    }

    private boolean uses(MavenProject module) {
        return module.getPlugin(pluginKey) != null;
    }

    private boolean names(Model written) {
        Stream<PluginContainer> builds = Stream.concat(
                Stream.ofNullable(written.getBuild()),
                written.getProfiles().stream()
                        .map(profile -> profile.getBuild())
                        .filter(build -> build != null));
        return builds.anyMatch(build -> build.getPluginsAsMap().containsKey(pluginKey));
    }
}
