package dev.layered.maven;

import dev.layered.extra.PlacedExtras;
import dev.layered.folder.FoundFile;
import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.LayerEntry;
import dev.layered.maven.configuration.BoundParameters;
import dev.layered.plan.PlacedFile;
import dev.layered.record.FileDigests;
import dev.layered.record.StillTrue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * What decides the plan of a project besides files: the same in a build and in a later goal alone, wherever that starts.
 *
 * <p>Of what it cannot be sure it gives a digest that equals no other, so that a plan is made anew. The parameters'
 * values go in as the goal has them, without those that hold secrets.
 */
final class ProjectFingerprint {

    private final LayeredMojo mojo;
    private final MavenProject project;
    private final Path basedir;

    ProjectFingerprint(LayeredMojo mojo) {
        this.mojo = mojo;
        this.project = mojo.project;
        this.basedir = project.getBasedir().toPath();
    }

    /** Returns digests by words for what they are of; of the files that go into the image, which ones there are. */
    Map<String, Digest> digests(ProjectContents contents, PlacedExtras extras) {
        ReactorModules modules = contents.modules();
        DecidingPoms poms = DecidingPoms.of(project, modules);
        Map<String, Digest> digests = new TreeMap<>(poms.digests(basedir, mojo.session));
        BoundParameters.of(mojo, mojo.execution.getMojoDescriptor())
                .forEach((name, value) -> digests.put("the parameter " + name, digest(value)));
        digests.put("the version of this plugin", digest(plugin()));
        digests.put("the version of Java", digest(System.getProperty("java.specification.version")));
        digests.put("the project", digest(coordinates()));
        digests.put("the list of dependencies", digest(dependencies()));
        List<String> artifacts = contents.classPath();
        if (!artifacts.isEmpty()) {
            digests.put(StillTrue.CLASS_PATH, digest(artifacts));
        }
        digests.put("the list of modules", digest(modules.names()));
        digests.put("what the command line sets in the poms", digest(poms.mentioned(mojo.session)));
        digests.putAll(SettingsInput.digests(mojo));
        digests.put("what is in " + name(outputFolder()), found(contents.found()));
        digests.put(
                "what is in the extra directories",
                digest(extras.files().stream().map(ProjectFingerprint::words).toList()));
        return digests;
    }

    /** Returns the version and what the project has the plugin run with besides its own libraries, in every Maven alike. */
    private List<List<String>> plugin() {
        List<List<String>> parts = new ArrayList<>();
        parts.add(List.of(String.valueOf(mojo.execution.getVersion())));
        Plugin plugin = project.getPlugin(mojo.execution.getGroupId() + ":" + mojo.execution.getArtifactId());
        if (plugin != null) {
            plugin.getDependencies().forEach(dependency -> parts.add(words(dependency)));
        }
        return parts;
    }

    private List<String> coordinates() {
        return List.of(
                project.getGroupId(),
                project.getArtifactId(),
                project.getVersion(),
                project.getPackaging(),
                String.valueOf(project.getBuild().getFinalName()),
                name(outputFolder()),
                DeclaredMainClass.of(project).orElse(""),
                project.getProperties().getProperty("maven.compiler.release", ""),
                project.getProperties().getProperty("maven.compiler.target", ""));
    }

    private List<List<String>> dependencies() {
        List<List<String>> all = new ArrayList<>();
        project.getModel().getDependencies().forEach(dependency -> all.add(words(dependency)));
        all.add(List.of("managed"));
        DependencyManagement managed = project.getModel().getDependencyManagement();
        if (managed != null) {
            managed.getDependencies().forEach(dependency -> all.add(words(dependency)));
        }
        return all;
    }

    private static List<String> words(Dependency dependency) {
        List<String> words = new ArrayList<>();
        words.add(dependency.getManagementKey()); // groupId, artifactId, type and classifier
        words.add(String.valueOf(dependency.getVersion()));
        words.add(String.valueOf(dependency.getScope()));
        words.add(String.valueOf(dependency.isOptional()));
        words.add(String.valueOf(dependency.getSystemPath()));
        dependency
                .getExclusions()
                .forEach(exclusion -> words.add(exclusion.getGroupId() + ":" + exclusion.getArtifactId()));
        return words;
    }

    /** Of a jar in the image it is the classes beside that tell what starts it. */
    private Digest found(List<FoundFile> files) {
        boolean packaged = mojo.containerizingMode.strip().equalsIgnoreCase("packaged");
        return packaged ? FileDigests.ofContents(files) : FileDigests.ofPaths(files);
    }

    private static List<Object> words(PlacedFile file) {
        LayerEntry entry = file.entry();
        return List.of(
                file.layer(),
                entry.path(),
                entry.content().toString(),
                entry.mode(),
                entry.uid(),
                entry.gid(),
                file.overrides());
    }

    private Path outputFolder() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    private String name(Path path) {
        Path shown = path.startsWith(basedir) ? basedir.relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }

    private static Digest digest(Object value) {
        return Digest.of(Json.bytes(JsonObject.builder().put("value", value).build()));
    }
}
