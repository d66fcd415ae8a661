package dev.layered.maven.parameters;

import static dev.layered.maven.parameters.DepLayerProbe.named;
import static dev.layered.maven.parameters.DepLayerProbe.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayerRule.Trait;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DepLayerParametersTest {

    private final DepLayerProbe probe = new DepLayerProbe();

    private static PlatformParameters platform(String text) {
        PlatformParameters platform = new PlatformParameters();
        platform.set(text);
        return platform;
    }

    @Test
    void rulesWhenThereAreNoneAreNone() {
        assertThat(probe.rules()).isEmpty();
        assertThat(DepLayerParameters.rules(List.of(), Set.of(), new ReadingProbe().at("depLayers")))
                .isEmpty();
    }

    @Test
    void rulesWhenNoMoreThanNeededIsGivenHaveTheDefaults() {
        DepLayerParameters layer = new DepLayerParameters();
        layer.name = " web-1.x_y ";
        layer.scopes = List.of("compile", "runtime", "system");
        LayerRule rule = probe.rule(layer);
        assertThat(rule.name()).isEqualTo("web-1.x_y");
        assertThat(rule.includes()).isEmpty();
        assertThat(rule.excludes()).isEmpty();
        assertThat(rule.platforms()).isEmpty();
        assertThat(rule.traits()).isEmpty();
        assertThat(rule.scopes()).containsExactlyInAnyOrder("compile", "runtime", "system");
        assertThat(rule.place()).isEqualTo("<depLayers><item>");
    }

    @Test
    void rulesCarryEverythingThatIsGiven() {
        DepLayerParameters layer = named("web", "org.a*:*", " b:c:1 ");
        layer.excludes = List.of("x:y");
        layer.scopes = List.of("runtime", " compile ");
        layer.platforms = List.of(platform("linux/arm64"), platform("linux/arm/v7"));
        layer.transitive = true;
        layer.perArtifact = true;
        layer.optional = true;
        layer.catchAll = true;
        LayerRule rule = probe.rule(layer);
        assertThat(rule.includes()).hasToString("[org.a*:*, b:c:1]");
        assertThat(rule.excludes()).hasToString("[x:y]");
        assertThat(rule.scopes()).containsExactlyInAnyOrder("compile", "runtime");
        assertThat(rule.platforms()).containsExactly(Platform.parse("linux/arm64"), Platform.parse("linux/arm/v7"));
        assertThat(rule.traits())
                .containsExactlyInAnyOrder(Trait.TRANSITIVE, Trait.PER_ARTIFACT, Trait.OPTIONAL, Trait.CATCH_ALL);
    }

    @Test
    void rulesWhenAStandardNameIsAloneOnlyGiveThatLayerItsPlace() {
        assertThat(probe.rules(named("modules"), named(" snapshots "), named("dependencies")))
                .allSatisfy(rule -> assertThat(rule.traits()).containsExactly(Trait.PLACE));
        probe.assertNoMistake();
    }

    @Test
    void rulesWhenAnotherNameIsAloneTellsWhatIsMissing() {
        probe.mistakes(named("web"))
                .hasId("layer-condition")
                .what("The layer 'web' does not say what goes into it.")
                .where("<depLayers><item>")
                .fix("add <includes> or <scopes>, or <catchAll>true</catchAll> for what no other layer takes")
                .isMistake();
    }

    @Test
    void rulesKeepTheirOrder() {
        assertThat(probe.rules(named("b", "g"), named("a", "h"), shortly("c=x")))
                .extracting(LayerRule::name)
                .containsExactly("b", "a", "c");
        probe.assertNoMistake();
    }

    @Test
    void rulesWhenIncludesAreEmptyTellItInsteadOfTakingAll() {
        DepLayerParameters layer = named("web");
        layer.includes = List.of();
        probe.mistakes(layer)
                .hasId("artifact-pattern")
                .what("'' is not a pattern of artifacts.")
                .where("<depLayers><item><includes>")
                .isMistake();
    }

    @Test
    void rulesWhenTwoCatchAllTellsIt() {
        DepLayerParameters rest = named("rest");
        rest.catchAll = true;
        probe.mistakes(rest, named("a", "g"), shortly("more=*"))
                .hasId("catch-all-twice")
                .what("A second layer catches all.")
                .where("<depLayers><item><catchAll>")
                .fix("keep one <catchAll>")
                .isMistake();
    }

    @Test
    void rulesWhenAScopeIsNeverInAnImageSaysSo() {
        DepLayerParameters layer = named("a", "g");
        layer.scopes = List.of("provided", "test", "runtim", "nothing", "compile");
        probe.mistakes(layer)
                .hasIds("layer-scope", "layer-scope", "layer-scope", "layer-scope")
                .isMistake()
                .problem(0)
                .what("'provided' artifacts are never in an image.")
                .where("<depLayers><item><scopes><item>")
                .fix("valid is compile, runtime, system");
        probe.assertMistakes().problem(1).what("'test' artifacts are never in an image.");
        probe.assertMistakes()
                .problem(2)
                .what("'runtim' is no scope.")
                .fix("write runtime; valid is compile, runtime, system");
        probe.assertMistakes().problem(3).what("'nothing' is no scope.").fix("valid is compile, runtime, system");
    }

    @Test
    void rulesWhenAPlatformIsBadTellsIt() {
        DepLayerParameters layer = named("a", "g");
        layer.platforms = Stream.of("linux/arm64", "arm64")
                .map(DepLayerParametersTest::platform)
                .toList();
        probe.mistakes(layer)
                .hasId("platform-form")
                .what("'arm64' is not a platform.")
                .where("<depLayers><item><platforms><item>")
                .fix("write os/architecture or os/architecture/variant, e.g. linux/amd64, linux/arm64, linux/arm/v7")
                .isMistake();
    }

    @Test
    void rulesWhenMuchIsWrongTellsAllAtOnce() {
        DepLayerParameters bad = named("Bad", "g a", "h", "i:j:k:l");
        bad.excludes = List.of("x y");
        bad.scopes = List.of("test");
        bad.platforms = List.of(platform("x"));
        probe.mistakes(named("a", "g"), bad, named("a", ""))
                .hasIds(
                        "layer-name",
                        "artifact-pattern",
                        "artifact-pattern",
                        "artifact-pattern",
                        "layer-scope",
                        "platform-form",
                        "artifact-pattern",
                        "layer-name-twice")
                .isMistake()
                .isPrintable()
                .problem(3)
                .what("'x y' is not a pattern of artifacts.")
                .where("<depLayers><item><excludes><item>");
        probe.assertMistakes().problem(1).where("<depLayers><item><includes><item>");
    }
}
