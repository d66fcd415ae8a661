package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.layered.failure.Mistakes;
import dev.layered.image.Digest;
import dev.layered.maven.configuration.Reading;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A root with the modules {@code app}, {@code library}, which it depends on, {@code deep}, which that needs, and another. */
final class ProjectFingerprintTest {

    private static final String BUILD = "<build><directory>%1$s/target</directory>"
            + "<outputDirectory>%1$s/target/classes</outputDirectory></build>";

    @TempDir
    private Path folder;

    private String mode = "exploded";
    private String library = "1";
    private List<String> environmentFiles;
    private String revision;
    private final Properties user = new Properties();
    private final Properties system = new Properties();
    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @BeforeEach
    void write() throws IOException {
        request.setStartTime(Date.from(Instant.now().plusSeconds(3600)));
        pom(
                "",
                "<packaging>pom</packaging><modules><module>app</module><module>library</module>"
                        + "<module>deep</module><module>other</module></modules>");
        module("app", "library");
        module("library", "deep");
        module("deep", "external");
        module("other", "external");
        file("app/target/classes/A.class", "a class");
        file("app/src/main/jib/etc/motd", "hello");
    }

    private void module(String name, String needed) throws IOException {
        pom(
                name,
                "<parent><groupId>g</groupId><artifactId>root</artifactId><version>1</version></parent>"
                        + "<dependencies><dependency><groupId>g</groupId><artifactId>" + needed
                        + "</artifactId><version>1</version></dependency></dependencies>"
                        + BUILD.formatted(folder.resolve(name)));
    }

    private void pom(String module, String inside) throws IOException {
        file(
                module + "/pom.xml",
                "<project><groupId>g</groupId><artifactId>" + (module.isEmpty() ? "root" : module)
                        + "</artifactId><version>1</version>" + inside + "</project>");
    }

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path.replaceFirst("^/", ""));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void edit(String path, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(path));
        assertThat(text).contains(from);
        file(path, text.replace(from, to));
    }

    private MavenProject project(String module) throws IOException {
        Path pom = folder.resolve(module).resolve("pom.xml");
        try (Reader in = Files.newBufferedReader(pom)) {
            Model model = new MavenXpp3Reader().read(in);
            model.setPomFile(pom.toFile());
            MavenProject project = new MavenProject(model);
            project.setFile(pom.toFile());
            return project;
        } catch (XmlPullParserException e) {
            throw new IOException(e);
        }
    }

    /** Returns what a goal of {@code app} sees in a run that builds these modules. */
    private Map<String, Digest> grounds(String... modules) throws IOException {
        BuildMojo mojo = new BuildMojo();
        mojo.project = project("app");
        mojo.project.setParent(project(""));
        List<MavenProject> reactor = new ArrayList<>(List.of(mojo.project));
        for (String module : modules) {
            reactor.add(project(module));
        }
        mojo.session = mock(MavenSession.class);
        when(mojo.session.getProjects()).thenReturn(reactor);
        when(mojo.session.getUserProperties()).thenReturn(user);
        when(mojo.session.getSystemProperties()).thenReturn(system);
        when(mojo.session.getRequest()).thenReturn(request);
        MojoDescriptor goal = new MojoDescriptor();
        PluginDescriptor descriptor = new PluginDescriptor();
        descriptor.setGroupId("dev.layered");
        descriptor.setArtifactId("layered-maven-plugin");
        goal.setPluginDescriptor(descriptor);
        mojo.project.getBuild().addPlugin(plugin());
        mojo.execution = new MojoExecution(goal, "default");
        mojo.containerizingMode = mode;
        set(mojo.container, "environmentFiles", environmentFiles);
        set(mojo.imageInfo, "revision", revision);
        Mistakes mistakes = new Mistakes();
        return new PlanInput(mojo, new Reading(mistakes, mojo.locations()), false)
                .grounds(mojo.contents(List.of(), mistakes::add));
    }

    private static void set(Object bean, String parameter, Object value) {
        try {
            Field field = bean.getClass().getDeclaredField(parameter);
            field.setAccessible(true);
            field.set(bean, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns our plugin as a project has it that gives it a library besides its own. */
    private Plugin plugin() {
        Dependency encoder = new Dependency();
        encoder.setGroupId("g");
        encoder.setArtifactId("encoder");
        encoder.setVersion(library);
        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.layered");
        plugin.setArtifactId("layered-maven-plugin");
        plugin.addDependency(encoder);
        return plugin;
    }

    private void differs(Map<String, Digest> before, String... names) throws IOException {
        Map<String, Digest> after = grounds();
        TreeSet<String> differing = new TreeSet<>(before.keySet());
        differing.addAll(after.keySet());
        differing.removeIf(name -> after.containsKey(name) && after.get(name).equals(before.get(name)));
        assertThat(differing).containsExactlyInAnyOrder(names);
    }

    @Test
    void digestsAreTheSameWhereverTheRunStarts() throws IOException {
        assertThat(grounds()).isEqualTo(grounds("", "library", "deep", "other"));
    }

    @Test
    void digestsAreOfThePomsThatTheProjectComesTo() throws IOException {
        assertThat(grounds()).containsKeys("pom.xml", "../pom.xml", "../library/pom.xml", "../deep/pom.xml");
        assertThat(grounds()).doesNotContainKey("../other/pom.xml");
    }

    @Test
    void digestsWhenAModuleHasAnotherDependencyDiffer() throws IOException {
        Map<String, Digest> before = grounds();
        edit("deep/pom.xml", "<artifactId>external<", "<artifactId>other-one<");
        differs(before, "../deep/pom.xml");
        edit("deep/pom.xml", "<artifactId>other-one<", "<artifactId>external<");
        edit("other/pom.xml", "<artifactId>external<", "<artifactId>other-one<");
        differs(before);
    }

    @Test
    void digestsWhenADependencyIsAddedDiffer() throws IOException {
        Map<String, Digest> before = grounds();
        edit("app/pom.xml", "<version>1</version></dependency>", "<version>2</version></dependency>");
        differs(before, "pom.xml", "the list of dependencies");
    }

    @Test
    void digestsWhenThePluginRunsWithAnotherLibraryDiffer() throws IOException {
        Map<String, Digest> before = grounds();
        library = "2";
        differs(before, "the version of this plugin");
    }

    @Test
    void digestsWhenAFileIsAddedOrIgnoredDiffer() throws IOException {
        Map<String, Digest> before = grounds();
        file("app/target/classes/B.class", "another class");
        differs(before, "what is in target/classes");
        file("app/.layeredignore", "B.class");
        differs(before);
        file("app/src/main/jib/etc/issue", "more");
        differs(before, "what is in the extra directories");
    }

    @Test
    void digestsWhenAPomMentionsAPropertyOrProfileOfTheRunDiffer() throws IOException {
        edit("deep/pom.xml", "<version>1</version></dependency>", "<version>${deep.version}</version></dependency>");
        edit(
                "library/pom.xml",
                "<build>",
                "<profiles><profile><id>more</id><activation><property><name>!lean</name>"
                        + "</property></activation></profile></profiles><build>");
        Map<String, Digest> before = grounds();
        user.setProperty("skipTests", "true");
        request.addActiveProfile("unknown");
        differs(before);
        user.setProperty("deep.version", "2");
        differs(before, "what the command line sets in the poms");
        user.clear();
        system.setProperty("lean", "");
        differs(before, "what the command line sets in the poms");
        system.clear();
        request.addActiveProfile("more");
        differs(before, "what the command line sets in the poms");
    }

    @Test
    void digestsOfAPomThatWasWrittenDuringTheRunEqualNoOther() throws IOException {
        Map<String, Digest> before = grounds();
        request.setStartTime(new Date(0));
        differs(before, "pom.xml", "../pom.xml", "../library/pom.xml", "../deep/pom.xml");
    }

    @Test
    void digestsWhenAnEnvironmentFileOrWhatTheImageSaysChangesDiffer() throws IOException {
        environmentFiles = List.of("app.env");
        revision = "git";
        file("app/app.env", "A=1");
        file(".git/HEAD", "0".repeat(40));
        Map<String, Digest> before = grounds();
        differs(before);
        file("app/app.env", "A=2");
        differs(before, "the environment file app.env");
        file("app/app.env", "A=1");
        file(".git/HEAD", "1".repeat(40));
        differs(before, "what the image says of itself");
    }

    @Test
    void digestsOfAPackagedProjectDifferWithItsClasses() throws IOException {
        Map<String, Digest> before = grounds();
        file("app/target/classes/A.class", "A CLASS");
        differs(before); // the record has the digest of each class
        mode = "Packaged";
        before = grounds();
        file("app/target/classes/A.class", "another class");
        differs(before, "what is in target/classes");
    }
}
