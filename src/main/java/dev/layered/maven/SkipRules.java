package dev.layered.maven;

import dev.layered.application.JavaApplication;
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
    private final boolean isBase;

    /**
     * Judges nothing yet.
     *
     * @param pluginKey groupId and artifactId of our plugin with a colon between
     * @param isBase whether an image for others to stand on is asked for, which needs no code
     */
    SkipRules(String pluginKey, MavenProject project, Collection<MavenProject> reactor, boolean isBase) {
        this.pluginKey = pluginKey;
        this.project = project;
        this.reactor = reactor;
        this.isBase = isBase;
    }

    /** Returns why the module has no image, or nothing where it may have one. */
    Optional<String> reason() {
        if (project.getPackaging().equals("pom") && !isBase) {
            return Optional.of("its packaging is pom");
        }
        boolean others = reactor.stream().anyMatch(this::uses);
        if (!uses(project) && others) {
            return Optional.of("it does not name " + pluginKey + ", while another module does");
        }
        return Optional.empty();
    }

    /**
     * Returns why a module is left out rather than told to name a main class: it did not ask for an image itself, but its
     * parent did for all its modules, or the command line did.
     */
    Optional<String> reason(JavaApplication application) {
        if (isBase) {
            return Optional.empty();
        }
        boolean asked = names(project.getOriginalModel()) || !uses(project) && reactor.size() == 1;
        if (!asked && !application.canStart()) {
            return Optional.of("it has no main class, and did not ask for an image itself");
        }
        if (!asked && !uses(project) && !application.isClear()) {
            return Optional.of("it has several main classes, and did not ask for an image itself");
        }
        return Optional.empty();
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
