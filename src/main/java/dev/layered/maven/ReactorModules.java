package dev.layered.maven;

import dev.layered.store.ProjectFolders;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * The modules of the source tree that a project belongs to, whatever part of it this run builds.
 *
 * <p>Read from the topmost parent pom on disk down, so that {@code -pl app}, {@code cd app} and the whole reactor find
 * the same and give equal layers.
 */
final class ReactorModules {

    private final Set<String> coordinates = new HashSet<>();
    private final Map<Path, Model> poms = new LinkedHashMap<>();

    private ReactorModules() {}

    /** Returns the modules around the project, and those of this run. */
    static ReactorModules around(MavenProject project, Collection<MavenProject> ofThisRun) {
        ReactorModules modules = new ReactorModules();
        ofThisRun.forEach(module -> modules.add(module.getGroupId(), module.getArtifactId()));
        MavenProject top = top(project);
        if (top.getFile() != null) {
            modules.read(written(top), null);
        }
        ofThisRun.stream()
                .filter(module -> module.getFile() != null)
                .forEach(module -> modules.read(written(module), module.getGroupId()));
        return modules;
    }

    /** Returns the folders of the whole project, in which people and builds work. */
    static ProjectFolders folders(MavenProject project, Collection<MavenProject> ofThisRun) {
        List<Path> others = new ArrayList<>();
        for (MavenProject module : ofThisRun) {
            others.add(module.getBasedir().toPath());
            others.add(Path.of(module.getBuild().getDirectory()));
        }
        return new ProjectFolders(top(project).getBasedir().toPath(), others);
    }

    /** Returns the topmost parent that is on disk. */
    private static MavenProject top(MavenProject project) {
        MavenProject top = project;
        while (top.getParent() != null && top.getParent().getFile() != null) {
            top = top.getParent();
        }
        return top;
    }

    /** Whether an artifact of these coordinates is built in this source tree. */
    boolean contain(String groupId, String artifactId) {
        return coordinates.contains(groupId + ":" + artifactId);
    }

    /** Returns the pom that somebody wrote: plugins may put one of their own in its place while a run lasts. */
    static Path written(MavenProject project) {
        File written = project.getModel().getPomFile();
        return (written == null ? project.getFile() : written).toPath();
    }

    /** Returns groupId and artifactId of each, sorted. */
    List<String> names() {
        return coordinates.stream().sorted().toList();
    }

    /** Returns the groupIds of all. */
    Set<String> groupIds() {
        return coordinates.stream()
                .map(name -> name.substring(0, name.indexOf(':')))
                .collect(Collectors.toSet());
    }

    /** Returns the poms of the modules as they are written, by their absolute paths. */
    Map<Path, Model> poms() {
        return poms;
    }

    private void add(String groupId, String artifactId) {
        coordinates.add(groupId + ":" + artifactId);
    }

    private void read(Path pom, String groupIdAbove) {
        Path file = pom.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file) || poms.containsKey(file)) {
            return;
        }
        Model model;
        try (InputStream in = Files.newInputStream(pom)) {
            model = new MavenXpp3Reader().read(in, false);
        } catch (IOException | XmlPullParserException e) {
            return; // Maven itself complains of poms that it needs; of this one only the coordinates are wanted
        }
        poms.put(file, model);
        String groupId = groupId(model, groupIdAbove);
        add(groupId, model.getArtifactId());
        Stream<ModelBase> bases = Stream.concat(Stream.of(model), model.getProfiles().stream());
        List<String> names = bases.flatMap(base -> base.getModules().stream()).toList();
        for (String name : names) {
            Path child = pom.resolveSibling(name);
            read(Files.isDirectory(child) ? child.resolve("pom.xml") : child, groupId);
        }
    }

    private static String groupId(Model model, String above) {
        if (model.getGroupId() != null) {
            return model.getGroupId();
        }
        boolean inherits = model.getParent() != null && model.getParent().getGroupId() != null;
        return inherits ? model.getParent().getGroupId() : above;
    }
}
