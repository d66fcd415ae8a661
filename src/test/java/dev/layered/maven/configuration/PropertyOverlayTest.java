package dev.layered.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyOverlayTest {

    private static final String POM = "<from><image>pom</image><platforms><p>a</p><p>b</p></platforms></from>";

    private static final String PROPERTIES =
            "\n<properties>\n<layered.from.image>properties</layered.from.image></properties>";

    @Test
    void commandLineWinsOverThePom() {
        SampleGoal goal = Binding.ofConfiguration(POM)
                .with("layered.from.image", "typed")
                .with("layered.from.platforms", "linux/arm64,linux/s390x")
                .with("layered.labels", "a=1,b=2")
                .with("layered.skip", "true")
                .bind();

        assertThat(goal.from.image).isEqualTo("typed");
        assertThat(goal.from.platforms).hasToString("[linux/arm64, linux/s390x]");
        assertThat(goal.labels).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(goal.skip).isTrue();
        assertThat(goal.read.locations().at("from", "platforms").item(1).place())
                .isEqualTo("-Dlayered.from.platforms");
    }

    @Test
    void commandLineWorksWithoutAPluginBlock() {
        SampleGoal goal =
                Binding.ofProject("").with("layered.from.image", "typed").bind();

        assertThat(goal.from.image).isEqualTo("typed");
        assertThat(goal.read.locations().at("from", "image").place()).isEqualTo("-Dlayered.from.image");
    }

    @Test
    void propertyOfThePomOnlyFillsWhatIsOpen() {
        assertThat(Binding.ofPlugin("<configuration>" + POM + "</configuration>", PROPERTIES)
                        .bind()
                        .from
                        .image)
                .isEqualTo("pom");
        SampleGoal open = Binding.ofPlugin("<configuration><from/></configuration>", PROPERTIES)
                .bind();
        assertThat(open.from.image).isEqualTo("properties");
        assertThat(open.read.locations().at("from", "image").place())
                .isEqualTo("<properties><layered.from.image> in app/pom.xml:7");
    }

    @Test
    void imageIsShortForToImage() {
        assertThat(Binding.ofProject("").with("image", "short").bind().to.image).isEqualTo("short");
        SampleGoal both = Binding.ofProject("")
                .with("image", "short")
                .with("layered.to.image", "long")
                .bind();
        assertThat(both.to.image).isEqualTo("long");
        assertThat(both.read.locations().at("to", "image").place()).isEqualTo("-Dlayered.to.image");
    }

    @Test
    void emptyPropertyClearsTheValue() {
        assertThat(Binding.ofConfiguration(POM).with("layered.from.image", "").bind().from.image)
                .isNull();
    }

    @Test
    void malformedMapNamesTheProperty() {
        assertThat(Binding.ofProject("")
                        .with("layered.labels", "a")
                        .onlyMistake()
                        .where())
                .isEqualTo("-Dlayered.labels");
    }

    @Test
    void wrongFlagNamesTheProperty() {
        assertThat(Binding.ofProject("")
                        .with("layered.skip", "maybe")
                        .onlyMistake()
                        .where())
                .isEqualTo("-Dlayered.skip");
    }

    @Test
    void unknownPropertyOnTheCommandLine() {
        assertThat(Binding.ofProject("").with("layered.form.image", "a").onlyMistake())
                .isEqualTo(new Problem(
                        "configuration-unknown-property",
                        "No parameter of this plugin is set by the property 'layered.form.image'.",
                        "-Dlayered.form.image",
                        "write -Dlayered.from.image; a property of your own needs a name that does not begin with"
                                + " 'layered.'"));
    }

    @Test
    void propertyThatThePomDeclaresIsTheUsersOwn() {
        assertThat(Binding.ofProject("<properties><layered.version>1</layered.version></properties>")
                        .with("layered.version", "2")
                        .bind()
                        .read
                        .mistakes())
                .isEmpty();
    }
}
