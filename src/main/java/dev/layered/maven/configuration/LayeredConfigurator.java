package dev.layered.maven.configuration;

import dev.layered.failure.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Binds our goals: properties over the pom, the whole configuration checked, then Maven's own binding.
 *
 * <p>Maven alone stops at the first unknown nested element, without its line, and lets unknown top-level elements pass;
 * docs/decisions/0001-own-configurator.md has the reasons. One object serves all threads; it keeps nothing.
 */
public final class LayeredConfigurator extends BasicComponentConfigurator {

    @Override
    public void configureComponent(
            Object component,
            PlexusConfiguration configuration,
            ExpressionEvaluator evaluator,
            ClassRealm realm,
            ConfigurationListener listener)
            throws ComponentConfigurationException {
        Expressions expressions = new Expressions(evaluator);
        MojoExecution execution = expressions.object("${mojoExecution}", MojoExecution.class);
        MojoDescriptor descriptor = execution == null ? null : execution.getMojoDescriptor();
        if (!(component instanceof ConfigurationReceiver receiver) || descriptor == null) {
            super.configureComponent(component, configuration, evaluator, realm, listener);
            return;
        }
        MavenProject project = expressions.object("${project}", MavenProject.class);
        MavenSession session = expressions.object("${session}", MavenSession.class);
        PomLines lines = lines(session, project);
        PluginBlock block = PluginBlock.of(project, execution, lines);
        GoalParameters goal = GoalParameters.of(descriptor, component.getClass());
        GoalParameters all = GoalParameters.ofAll(
                descriptor.getPluginDescriptor().getMojos(),
                component.getClass().getClassLoader());

        ConfigurationCheck check = new ConfigurationCheck(expressions);
        Optional<Element> pom = block.configuration();
        pom.ifPresent(written -> check.checkTopLevel(written, all));
        boolean isForSeveral = session != null && session.getProjects().size() > 1;
        PropertyOverlay overlay = new PropertyOverlay(
                properties(session), properties(project), name -> lines.ofProperty(project, name), isForSeveral);
        check.mistakes().addAll(overlay.unknown(all));

        Element given = Element.of(configuration);
        Element located = pom.map(given::locatedBy).orElse(given);
        Element checked = checked(overlay.over(located, goal, check.mistakes()::add), goal, check);
        super.configureComponent(
                component, bindable(configuration, checked, goal), evaluator, realm, SecretElements.unheard(listener));

        List<Problem> warnings = new ArrayList<>(check.warnings());
        block.hiddenInExecutions(goal.names()).ifPresent(warnings::add);
        receiver.received(new ReadConfiguration(check.mistakes(), warnings, PomLocations.of(checked, block.place())));
    }

    private static Element checked(Element configuration, GoalParameters goal, ConfigurationCheck check) {
        List<Element> checked = new ArrayList<>();
        for (Map.Entry<String, Shape> parameter : goal.shapes().entrySet()) {
            configuration
                    .child(parameter.getKey())
                    .flatMap(e -> check.checked(parameter.getValue(), e, configuration.origin(), ""))
                    .ifPresent(checked::add);
        }
        return configuration.with(checked);
    }

    /** Returns the checked parameters and, untouched, those that only Maven sets. */
    private static PlexusConfiguration bindable(PlexusConfiguration given, Element checked, GoalParameters goal) {
        DefaultPlexusConfiguration bindable = new DefaultPlexusConfiguration(given.getName());
        for (PlexusConfiguration child : given.getChildren()) {
            if (!goal.names().contains(child.getName())) {
                bindable.addChild(child);
            }
        }
        checked.children().forEach(child -> bindable.addChild(child.toPlexus()));
        return bindable;
    }

    private static PomLines lines(MavenSession session, MavenProject project) {
        String started = session == null ? null : session.getExecutionRootDirectory();
        Path own = project == null || project.getBasedir() == null
                ? null
                : project.getBasedir().toPath();
        return new PomLines(started == null ? null : Path.of(started), own);
    }

    private static Properties properties(MavenSession session) {
        return session == null ? new Properties() : session.getUserProperties();
    }

    private static Properties properties(MavenProject project) {
        return project == null ? new Properties() : project.getProperties();
    }
}
