package dev.layered.maven;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Whether a module is pushed later in the same run, and nothing else of ours needs the image layout: then no layout is
 * made, and no layer that nobody misses.
 */
final class PushAhead {

    private static final String PUSH = "push";

    /** Goals that read the layout. */
    private static final Set<String> READERS = Set.of("archive", "verify", "inspect", "load");

    /** The phases of Maven's default lifecycle from the one that makes images on. */
    private static final List<String> PHASES = List.of(
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify",
            "install",
            "deploy");

    private final String pluginKey;
    private final MavenProject project;
    private final List<String> goals;

    /**
     * Judges nothing yet.
     *
     * @param pluginKey groupId and artifactId of our plugin with a colon between
     * @param goals of the run, as Maven was called
     */
    PushAhead(String pluginKey, MavenProject project, List<String> goals) {
        this.pluginKey = pluginKey;
        this.project = project;
        this.goals = goals;
    }

    /** Whether a push follows and nothing else that needs the layout. */
    boolean isOnly() {
        return isAhead(PUSH) && READERS.stream().noneMatch(this::isAhead);
    }

    private boolean isAhead(String goal) {
        return goals.stream().anyMatch(called -> isCall(called, goal))
                || executions().anyMatch(it -> runs(it, goal));
    }

    /** A goal is called by the plugin's prefix or by its coordinates, maybe with an execution behind an at sign. */
    private boolean isCall(String called, String goal) {
        String call = called.replaceFirst("@.*$", "");
        return call.equals("layered:" + goal) || call.startsWith(pluginKey + ":") && call.endsWith(":" + goal);
    }

    private Stream<PluginExecution> executions() {
        Plugin plugin = project.getPlugin(pluginKey);
        return plugin == null ? Stream.empty() : plugin.getExecutions().stream();
    }

    private boolean runs(PluginExecution execution, String goal) {
        return execution.getGoals().contains(goal) && !isSkipped(execution) && isReached(phase(execution, goal));
    }

    private static boolean isSkipped(PluginExecution execution) {
        Xpp3Dom configuration = (Xpp3Dom) execution.getConfiguration();
        Xpp3Dom skip = configuration == null ? null : configuration.getChild("skip");
        return skip != null && Boolean.parseBoolean(skip.getValue());
    }

    /** The phase that is written, or the goal's own; a goal without one does not run. */
    private static String phase(PluginExecution execution, String goal) {
        String own = goal.equals(PUSH) ? "deploy" : goal.equals("verify") ? "verify" : "none";
        return execution.getPhase() == null ? own : execution.getPhase();
    }

    private boolean isReached(String phase) {
        int wanted = PHASES.indexOf(phase);
        return wanted >= 0 && goals.stream().anyMatch(called -> PHASES.indexOf(called) >= wanted);
    }
}
