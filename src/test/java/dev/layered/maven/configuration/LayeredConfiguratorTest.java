package dev.layered.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import java.io.File;
import java.util.Map;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class LayeredConfiguratorTest {

    @Test
    void bindsNestedElementsListsAndMaps() {
        SampleGoal goal = Binding.ofConfiguration("""
                <from>
                  <image>scratch</image>
                  <platforms>
                    <platform>linux/amd64</platform>
                    <platform><os>linux</os><architecture>arm64</architecture></platform>
                  </platforms>
                </from>
                <labels><a.b>c</a.b></labels>
                <flags><flag>-Xa</flag></flags>
                <cache>here</cache><depth>3</depth><skip>TRUE</skip>""").bind();

        assertThat(goal.read.mistakes()).isEmpty();
        assertThat(goal.read.warnings()).isEmpty();
        assertThat(goal.from.image).isEqualTo("scratch");
        assertThat(goal.from.platforms).hasToString("[linux/amd64, linux/arm64]");
        assertThat(goal.labels).isEqualTo(Map.of("a.b", "c"));
        assertThat(goal.flags).containsExactly("-Xa");
        assertThat(goal.cache).isEqualTo(new File("/work/here").getAbsoluteFile());
        assertThat(goal.depth).isEqualTo(3);
        assertThat(goal.skip).isTrue();
    }

    @Test
    void bindsReadOnlyParametersUntouched() {
        assertThat(Binding.ofProject("").bind().project).isInstanceOf(MavenProject.class);
    }

    @Test
    void bindsTextAsListOrMap() {
        SampleGoal goal = Binding.ofConfiguration("<flags>a, b\\,c,,</flags><labels>x=1,y=p=q</labels>")
                .bind();

        assertThat(goal.flags).containsExactly("a", "b,c");
        assertThat(goal.labels).isEqualTo(Map.of("x", "1", "y", "p=q"));
    }

    @Test
    void bindsMapEntryWhoseNameIsNoElementName() {
        SampleGoal goal = Binding.ofConfiguration("<labels><label><name>a/b</name><value>c</value></label></labels>")
                .bind();

        assertThat(goal.labels).isEqualTo(Map.of("a/b", "c"));
    }

    @Test
    void leavesEmptyItemsOut() {
        assertThat(Binding.ofConfiguration("<flags><flag/><flag>a</flag></flags>")
                        .bind()
                        .flags)
                .containsExactly("a");
    }

    @Test
    void tellsAllMistakesAndBindsTheRest() {
        SampleGoal goal = Binding.ofConfiguration("""
                <form/>
                <from><imge>a</imge><image>b</image></from>
                <to>c</to>""").bind();

        assertThat(goal.read.mistakes())
                .extracting(Problem::id)
                .containsExactlyInAnyOrder(
                        "configuration-unknown-parameter",
                        "configuration-unknown-element",
                        "configuration-needs-elements");
        assertThat(goal.from.image).isEqualTo("b");
        assertThat(goal.to).isNull();
    }

    @Test
    void locatesValuesByLine() {
        PomLocations locations = Binding.ofConfiguration("""

                <from>
                  <platforms>
                    <platform>a</platform>
                    <platform>b</platform>
                  </platforms>
                </from>""").bind().read.locations();

        assertThat(locations.at("from", "platforms").item(1).place())
                .isEqualTo("<from><platforms><platform> in app/pom.xml:8");
        assertThat(locations.at("from").at("image")).hasToString("<from><image> in app/pom.xml:5");
        assertThat(locations.at("to", "image").place()).isEqualTo("<to><image> in app/pom.xml:4");
    }

    @Test
    void locatesWhatIsMissingWhereTheOtherElementHasIt() {
        PomLocations all = Binding.ofConfiguration("""

                <from><image>a</image></from>
                <to>
                  <tags>x</tags>
                </to>""").bind().read.locations();
        PomLocations over = all.at("to").over(all.at("from"));

        assertThat(over.at("image").place()).isEqualTo("<from><image> in app/pom.xml:5");
        assertThat(over.at("tags").place()).isEqualTo("<to><tags> in app/pom.xml:7");
        assertThat(over.at("platforms").place()).isEqualTo("<from><platforms> in app/pom.xml:5");
        assertThat(over.place()).isEqualTo("<to> in app/pom.xml:6");
    }

    @Test
    void locatesNothingWithoutAPluginBlock() {
        PomLocations locations = Binding.ofProject("").bind().read.locations();

        assertThat(locations.at("from", "image").place()).isEqualTo("<from><image>");
        assertThat(locations.place()).isEqualTo("<configuration>");
    }
}
