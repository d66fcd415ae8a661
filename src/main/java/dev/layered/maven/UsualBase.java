package dev.layered.maven;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The base image where none is named: Eclipse Temurin's, of the first long-term Java that runs the classes. */
final class UsualBase {

    private static final List<Integer> LONG_TERM = List.of(8, 11, 17, 21, 25);

    /** What javac takes: 21, or 1.8 of old. */
    private static final Pattern RELEASE = Pattern.compile("(?:1\\.)?([1-9][0-9]{0,2})");

    private UsualBase() {}

    /** Returns the name of the image; empty where the project does not tell for which Java it is compiled. */
    static Optional<String> of(MavenProject project) {
        return release(project)
                .map(release -> LONG_TERM.stream()
                        .filter(java -> java >= release)
                        .findFirst()
                        .orElse(release))
                .map(java -> "eclipse-temurin:" + java + "-jre");
    }

    /** Returns the Java that the project is compiled for; what the compiler plugin is told beats properties. */
    static Optional<Integer> release(MavenProject project) {
        return Stream.of(
                        configured(project, "release"),
                        property(project, "maven.compiler.release"),
                        configured(project, "target"),
                        property(project, "maven.compiler.target"))
                .flatMap(Optional::stream)
                .map(text -> RELEASE.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .findFirst();
    }

    private static Optional<String> property(MavenProject project, String name) {
        return Optional.ofNullable(project.getProperties().getProperty(name));
    }

    private static Optional<String> configured(MavenProject project, String name) {
        Plugin compiler = project.getPlugin("org.apache.maven.plugins:maven-compiler-plugin");
        Xpp3Dom configuration = compiler == null ? null : (Xpp3Dom) compiler.getConfiguration();
        Xpp3Dom element = configuration == null ? null : configuration.getChild(name);
        return Optional.ofNullable(element).map(Xpp3Dom::getValue);
    }
}
