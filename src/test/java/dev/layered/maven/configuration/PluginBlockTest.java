package dev.layered.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import org.junit.jupiter.api.Test;

class PluginBlockTest {

    private static final String EXECUTION =
            "<executions><execution><id>x</id>\n<configuration>\n<from><imge/></from></configuration></execution></executions>";

    @Test
    void goalCalledByNameIsToldWhatItCannotSee() {
        SampleGoal goal = Binding.ofPlugin(EXECUTION, "").bind();

        assertThat(goal.read.mistakes()).isEmpty();
        assertThat(goal.read.warnings())
                .containsExactly(new Problem(
                        "configuration-in-execution",
                        "The goal 'layered:build', called by name, does not see <from>: it stands inside <execution>.",
                        "app/pom.xml:6",
                        "move them out of <execution> into the <configuration> of the plugin"));
    }

    @Test
    void goalOfTheExecutionSeesIt() {
        SampleGoal goal = Binding.ofPlugin(EXECUTION, "").inExecution("x").bind();

        assertThat(goal.read.warnings()).isEmpty();
        assertThat(goal.read.mistakes()).extracting(Problem::where).containsExactly("<from><imge> in app/pom.xml:6");
    }

    @Test
    void whatThePluginConfiguresTooIsSeen() {
        SampleGoal goal = Binding.ofPlugin(EXECUTION + "<configuration><from/></configuration>", "")
                .bind();

        assertThat(goal.read.warnings()).isEmpty();
    }

    @Test
    void managedBlockCountsWhereTheBuildHasNone() {
        String managed = "<build><pluginManagement><plugins><plugin><groupId>g</groupId><artifactId>a</artifactId>\n"
                + "<configuration><form/></configuration></plugin></plugins></pluginManagement></build>";

        assertThat(Binding.ofProject(managed).onlyMistake().where()).isEqualTo("<form> in app/pom.xml:2");
    }
}
