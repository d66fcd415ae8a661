package dev.layered.maven;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The main class that a project tells other plugins: the jar plugin's manifest, or Spring Boot. */
final class DeclaredMainClass {

    private DeclaredMainClass() {}

    /** Returns the main class, or nothing where no plugin was told. */
    static Optional<String> of(MavenProject project) {
        return Stream.of(
                        configured(
                                project,
                                "org.apache.maven.plugins:maven-jar-plugin",
                                "archive",
                                "manifest",
                                "mainClass"),
                        configured(project, "org.springframework.boot:spring-boot-maven-plugin", "mainClass"),
                        Optional.ofNullable(project.getProperties().getProperty("start-class")))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.contains("${"))
                .findFirst();
    }

    private static Optional<String> configured(MavenProject project, String plugin, String... path) {
        Plugin found = project.getPlugin(plugin);
        Xpp3Dom element = found == null ? null : (Xpp3Dom) found.getConfiguration();
        for (String name : path) {
            element = element == null ? null : element.getChild(name);
        }
        return Optional.ofNullable(element).map(Xpp3Dom::getValue);
    }
}
