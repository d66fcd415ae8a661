package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

final class PushAheadTest {

    private static final String PLUGIN = "dev.layered:layered-maven-plugin";

    private final Plugin plugin = new Plugin();

    @Test
    void isOnlyWhenPushIsCalledByPrefixOrCoordinates() {
        assertThat(isOnly("package", "layered:push")).isTrue();
        assertThat(isOnly("package", "layered:push@mine")).isTrue();
        assertThat(isOnly("package", PLUGIN + ":1.0:push")).isTrue();
        assertThat(isOnly("package", PLUGIN + ":push")).isTrue();
        assertThat(isOnly("package")).isFalse();
        assertThat(isOnly("package", "docker:push")).isFalse();
    }

    @Test
    void isOnlyWhenPushIsBoundToAPhaseOfTheRun() {
        bind("push", null);

        assertThat(isOnly("deploy")).isTrue();
        assertThat(isOnly("install")).isFalse();
    }

    @Test
    void isOnlyWhenPushIsBoundEarlierThanItsOwnPhase() {
        bind("push", "verify");

        assertThat(isOnly("install")).isTrue();
        assertThat(isOnly("package")).isFalse();
    }

    @Test
    void isNotOnlyWhenAnotherGoalNeedsTheLayout() {
        assertThat(isOnly("package", "layered:archive", "layered:push")).isFalse();
        bind("verify", null);
        assertThat(isOnly("verify", "layered:push")).isFalse();
        assertThat(isOnly("package", "layered:push")).isTrue();
    }

    @Test
    void isNotOnlyWhenThePushIsSkipped() {
        PluginExecution push = bind("push", null);
        push.setConfiguration(skip("false"));
        assertThat(isOnly("deploy")).isTrue();
        push.setConfiguration(skip("true"));
        assertThat(isOnly("deploy")).isFalse();
    }

    private static Xpp3Dom skip(String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom skip = new Xpp3Dom("skip");
        skip.setValue(value);
        configuration.addChild(skip);
        return configuration;
    }

    private PluginExecution bind(String goal, String phase) {
        PluginExecution execution = new PluginExecution();
        execution.setId(goal);
        execution.addGoal(goal);
        execution.setPhase(phase);
        plugin.addExecution(execution);
        return execution;
    }

    private boolean isOnly(String... goals) {
        plugin.setGroupId("dev.layered");
        plugin.setArtifactId("layered-maven-plugin");
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        return new PushAhead(PLUGIN, new MavenProject(model), List.of(goals)).isOnly();
    }
}
