package dev.layered.maven.configuration;

import dev.layered.failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The plugin's block in the effective pom, chosen by the rules by which Maven chooses it for a goal.
 *
 * <p>Unlike the configuration that Maven hands to a goal, it still has the elements that the goal does not declare,
 * and every element knows its line.
 */
final class PluginBlock {

    private final Plugin plugin;
    private final MojoExecution goal;
    private final PomLines lines;

    private PluginBlock(Plugin plugin, MojoExecution goal, PomLines lines) {
        this.plugin = plugin;
        this.goal = goal;
        this.lines = lines;
    }

    /** Finds the block: in the build, else in the plugin management; there may be none. */
    static PluginBlock of(MavenProject project, MojoExecution goal, PomLines lines) {
        Plugin found = null;
        if (project != null && goal != null && goal.getPlugin() != null) {
            String key = goal.getPlugin().getKey();
            found = in(project.getBuild(), key)
                    .or(() -> in(project.getPluginManagement(), key))
                    .orElse(null);
        }
        return new PluginBlock(found, goal, lines);
    }

    private static Optional<Plugin> in(PluginContainer container, String key) {
        return container == null
                ? Optional.empty()
                : Optional.ofNullable(container.getPluginsAsMap().get(key));
    }

    /** Returns where the block stands. */
    Origin place() {
        return plugin == null ? Origin.UNKNOWN : lines.of(plugin.getLocation(""));
    }

    /** Returns the configuration that counts for the goal, or empty where the pom has none. */
    Optional<Element> configuration() {
        return plugin == null
                ? Optional.empty()
                : element(execution()
                        .<Object>map(PluginExecution::getConfiguration)
                        .orElseGet(plugin::getConfiguration));
    }

    private Optional<PluginExecution> execution() {
        return Optional.ofNullable(plugin.getExecutionsAsMap().get(goal.getExecutionId()));
    }

    /** Returns a warning where a goal called by name misses what is configured inside executions only. */
    Optional<Problem> hiddenInExecutions(Set<String> parameters) {
        boolean byName = plugin != null && goal.getSource() == MojoExecution.Source.CLI;
        if (!byName || execution().isPresent()) {
            return Optional.empty();
        }
        Set<String> hidden = new TreeSet<>();
        Origin first = Origin.UNKNOWN;
        for (PluginExecution execution : plugin.getExecutions()) {
            for (Element element :
                    element(execution.getConfiguration()).map(Element::children).orElse(List.of())) {
                if (parameters.contains(element.name()) && !seen(element.name())) {
                    hidden.add(element.name());
                    first = first.or(element.origin());
                }
            }
        }
        return hidden.isEmpty()
                ? Optional.empty()
                : Optional.of(Findings.hiddenInExecution(hidden, "layered:" + goal.getGoal(), first.shortly()));
    }

    private boolean seen(String name) {
        return element(plugin.getConfiguration())
                .flatMap(configuration -> configuration.child(name))
                .isPresent();
    }

    private Optional<Element> element(Object dom) {
        return dom instanceof Xpp3Dom xml ? Optional.of(element(xml)) : Optional.empty();
    }

    private Element element(Xpp3Dom xml) {
        List<Element> children = new ArrayList<>();
        for (Xpp3Dom child : xml.getChildren()) {
            children.add(element(child));
        }
        Element text = Element.text(xml.getName(), xml.getValue(), lines.of(xml.getInputLocation()));
        return new Element(text.name(), text.text(), null, children, text.origin());
    }
}
