package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsualBaseTest {

    private static MavenProject project(String property, String value) {
        Model model = new Model();
        model.addProperty(property, value);
        model.setBuild(new Build());
        return new MavenProject(model);
    }

    private static void configure(MavenProject project, String name, String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(value);
        configuration.addChild(element);
        Plugin compiler = new Plugin();
        compiler.setArtifactId("maven-compiler-plugin");
        compiler.setConfiguration(configuration);
        project.getBuild().addPlugin(compiler);
    }

    @ParameterizedTest
    @CsvSource({
        "1.8, 8",
        "7, 8",
        "8, 8",
        "9, 11",
        "11, 11",
        "16, 17",
        "17, 17",
        "' 21 ', 21",
        "24, 25",
        "25, 25",
        "26, 26"
    })
    void ofIsTheFirstLongTermJavaThatRunsTheClasses(String release, int java) {
        assertThat(UsualBase.of(project("maven.compiler.release", release)))
                .contains("eclipse-temurin:" + java + "-jre");
    }

    @Test
    void ofTakesTheTargetWhereThereIsNoRelease() {
        assertThat(UsualBase.of(project("maven.compiler.target", "1.8"))).contains("eclipse-temurin:8-jre");
    }

    @Test
    void ofTakesWhatTheCompilerIsToldBeforeProperties() {
        MavenProject project = project("maven.compiler.release", "11");
        configure(project, "release", "21");
        assertThat(UsualBase.of(project)).contains("eclipse-temurin:21-jre");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "${java.version}", "1.8.0_292", "99999999999"})
    void ofWhenNoReleaseIsToldIsNothing(String release) {
        assertThat(UsualBase.of(project("maven.compiler.release", release))).isEmpty();
        assertThat(UsualBase.of(project("any", release))).isEmpty();
    }
}
