package dev.layered.maven.configuration;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.layered.failure.Problem;
import java.io.File;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3ReaderEx;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Binds {@link SampleGoal} from the text of a pom as Maven would, without Maven. */
final class Binding {

    private static final File ROOT = new File("/work").getAbsoluteFile();
    private static final String BEFORE =
            "<project>\n<build><plugins><plugin>\n<groupId>g</groupId><artifactId>a</artifactId>\n";
    private static final String AFTER = "</plugin></plugins></build>\n";

    final SampleGoal goal = new SampleGoal();
    final Properties commandLine = new Properties();
    private final String pom;
    private String executionId = "default-cli";
    private int modules = 1;

    private Binding(String pom) {
        this.pom = pom;
    }

    /** The plugin's configuration; its first line is line 4 of app/pom.xml. */
    static Binding ofConfiguration(String configuration) {
        return ofPlugin("<configuration>" + configuration + "</configuration>", "");
    }

    /** The inside of the plugin block, from line 4 on, and what follows the build. */
    static Binding ofPlugin(String plugin, String rest) {
        return new Binding(BEFORE + plugin + AFTER + rest + "</project>");
    }

    /** A pom that does not name the plugin. */
    static Binding ofProject(String rest) {
        return new Binding("<project>" + rest + "</project>");
    }

    Binding with(String property, String value) {
        commandLine.setProperty(property, value);
        return this;
    }

    Binding inExecution(String id) {
        executionId = id;
        return this;
    }

    /** In a run of several modules. */
    Binding inReactor() {
        modules = 3;
        return this;
    }

    SampleGoal bind() {
        try {
            InputSource source = new InputSource();
            source.setLocation(new File(ROOT, "app/pom.xml").getPath());
            Model model = new MavenXpp3ReaderEx().read(new StringReader(pom), true, source);
            MavenProject project = new MavenProject(model);
            MavenSession session = mock(MavenSession.class);
            when(session.getUserProperties()).thenReturn(commandLine);
            when(session.getProjects()).thenReturn(Collections.nCopies(modules, project));
            when(session.getExecutionRootDirectory()).thenReturn(ROOT.getPath());
            MojoExecution execution = execution();
            ExpressionEvaluator evaluator = evaluator(
                    Map.of("${project}", project, "${session}", session, "${mojoExecution}", execution), commandLine);
            ClassRealm realm = new ClassWorld("test", getClass().getClassLoader()).getRealm("test");
            new LayeredConfigurator().configureComponent(goal, stripped(project, execution), evaluator, realm, null);
            return goal;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Problem onlyMistake() {
        List<Problem> mistakes = bind().read.mistakes();
        if (mistakes.size() != 1) {
            throw new AssertionError("expected one mistake, got " + mistakes);
        }
        return mistakes.get(0);
    }

    private MojoExecution execution() throws Exception {
        PluginDescriptor plugin = new PluginDescriptor();
        Plugin named = new Plugin();
        named.setGroupId("g");
        named.setArtifactId("a");
        plugin.setPlugin(named);
        MojoDescriptor build = new MojoDescriptor();
        build.setGoal("build");
        build.setImplementation(SampleGoal.class.getName());
        build.setPluginDescriptor(plugin);
        List<Parameter> parameters = new ArrayList<>();
        for (String name :
                List.of("from", "to", "labels", "flags", "variants", "mode", "skip", "depth", "cache", "project")) {
            Parameter parameter = new Parameter();
            parameter.setName(name);
            parameter.setEditable(!name.equals("project"));
            parameters.add(parameter);
        }
        build.setParameters(parameters);
        plugin.addMojo(build);
        MojoExecution.Source source =
                executionId.equals("default-cli") ? MojoExecution.Source.CLI : MojoExecution.Source.LIFECYCLE;
        return new MojoExecution(build, executionId, source);
    }

    /** What Maven hands over: the declared parameters, their defaults, no lines. */
    private static DefaultPlexusConfiguration stripped(MavenProject project, MojoExecution execution) {
        Plugin plugin = project.getBuild().getPluginsAsMap().get("g:a");
        Xpp3Dom dom = new Xpp3Dom("configuration");
        if (plugin != null) {
            var chosen = plugin.getExecutionsAsMap().get(execution.getExecutionId());
            Object found = chosen == null ? plugin.getConfiguration() : chosen.getConfiguration();
            dom = found == null ? dom : (Xpp3Dom) found;
        }
        DefaultPlexusConfiguration stripped = new DefaultPlexusConfiguration("configuration");
        for (Parameter parameter : execution.getMojoDescriptor().getParameters()) {
            Xpp3Dom child = dom.getChild(parameter.getName());
            if (child != null) {
                stripped.addChild(new XmlPlexusConfiguration(child));
            }
        }
        DefaultPlexusConfiguration readOnly = new DefaultPlexusConfiguration("project");
        readOnly.setAttribute("default-value", "${project}");
        stripped.addChild(readOnly);
        return stripped;
    }

    private static ExpressionEvaluator evaluator(Map<String, Object> objects, Properties properties) {
        return new ExpressionEvaluator() {
            @Override
            public Object evaluate(String text) {
                if (objects.containsKey(text) || !text.startsWith("${")) {
                    return objects.getOrDefault(text, text);
                }
                return properties.getProperty(text.substring(2, text.length() - 1));
            }

            @Override
            public File alignToBaseDirectory(File file) {
                return file.isAbsolute() ? file : new File(ROOT, file.getPath());
            }
        };
    }
}
