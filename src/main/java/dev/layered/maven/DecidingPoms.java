package dev.layered.maven;

import dev.layered.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Activation;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/**
 * The poms of the source tree that decide the class path of a project: its own, and those of parents and modules that it
 * comes to, directly or not.
 *
 * <p>They are read as they are written, so that they are the same wherever a run starts, also where Maven would see
 * installed modules or none. Modules are told by their artifactId alone: rather one pom too many than one too few.
 */
final class DecidingPoms {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]+)}");

    private final Map<Path, Model> all;
    private final Map<Path, Model> deciding = new TreeMap<>();

    private DecidingPoms(Map<Path, Model> all) {
        this.all = all;
    }

    /** Follows the project's pom. */
    static DecidingPoms of(MavenProject project, ReactorModules modules) {
        DecidingPoms poms = new DecidingPoms(modules.poms());
        poms.follow(ReactorModules.written(project).toAbsolutePath().normalize());
        return poms;
    }

    private void follow(Path first) {
        Deque<Path> open = new ArrayDeque<>(Set.of(first));
        while (!open.isEmpty()) {
            Path pom = open.remove();
            Model model = all.get(pom);
            if (model != null && deciding.put(pom, model) == null) {
                Set<String> names = artifactIds(model);
                boolean isUnclear = names.stream().anyMatch(name -> name.contains("${"));
                all.forEach((path, other) -> {
                    if (isUnclear || names.contains(other.getArtifactId())) {
                        open.add(path);
                    }
                });
            }
        }
    }

    private static Set<String> artifactIds(Model model) {
        Set<String> names = new TreeSet<>();
        if (model.getParent() != null) {
            names.add(model.getParent().getArtifactId());
        }
        Stream.concat(Stream.of(model), model.getProfiles().stream()).forEach(base -> {
            base.getDependencies().forEach(dependency -> names.add(String.valueOf(dependency.getArtifactId())));
            imports(base).forEach(dependency -> names.add(String.valueOf(dependency.getArtifactId())));
        });
        return names;
    }

    private static Stream<Dependency> imports(ModelBase base) {
        DependencyManagement managed = base.getDependencyManagement();
        return managed == null
                ? Stream.of()
                : managed.getDependencies().stream().filter(dependency -> "import".equals(dependency.getScope()));
    }

    /**
     * Returns the digest of each pom by its path from the project's folder. One that was written after the run began may
     * not be what Maven read, and equals nothing.
     */
    Map<String, Digest> digests(Path project, MavenSession session) {
        long began = session.getRequest().getStartTime().getTime();
        Map<String, Digest> digests = new TreeMap<>();
        for (Path pom : deciding.keySet()) {
            Path name = project.toAbsolutePath().normalize().relativize(pom);
            String text = Files.exists(pom) && modified(pom) > began ? began + text(pom) : text(pom);
            digests.put(name.toString().replace('\\', '/'), Digest.of(text.getBytes(StandardCharsets.UTF_8)));
        }
        return digests;
    }

    /** Returns the properties, and the profiles of this run by name, that these poms mention. */
    Map<String, String> mentioned(MavenSession session) {
        Properties properties = new Properties();
        properties.putAll(session.getSystemProperties());
        properties.putAll(session.getUserProperties());
        Map<String, String> mentioned = new TreeMap<>();
        Stream.concat(expressions(), activators()).forEach(name -> {
            String value = properties.getProperty(name);
            if (value != null) {
                mentioned.put("property " + name, value);
            }
        });
        profiles().map(Profile::getId).forEach(id -> {
            boolean isOn = session.getRequest().getActiveProfiles().contains(id);
            boolean isOff = session.getRequest().getInactiveProfiles().contains(id);
            if (isOn || isOff) {
                mentioned.put("profile " + id, isOn ? "on" : "off");
            }
        });
        return mentioned;
    }

    private Stream<String> expressions() {
        return deciding.keySet().stream()
                .flatMap(pom -> EXPRESSION.matcher(text(pom)).results().map(found -> found.group(1)));
    }

    private Stream<String> activators() {
        return profiles()
                .map(Profile::getActivation)
                .filter(activation -> activation != null && activation.getProperty() != null)
                .map(Activation::getProperty)
                .map(property -> String.valueOf(property.getName()).replaceFirst("^!", ""));
    }

    private Stream<Profile> profiles() {
        return deciding.values().stream().flatMap(model -> model.getProfiles().stream());
    }

    private static long modified(Path pom) {
        try {
            return Files.getLastModifiedTime(pom).toMillis();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Returns the bytes as characters, whatever the encoding is. */
    private static String text(Path pom) {
        try {
            return Files.readString(pom, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "unreadable"; // Maven will tell where it needs the pom
        }
    }
}
