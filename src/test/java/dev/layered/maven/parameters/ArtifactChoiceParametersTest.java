package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.plan.ArtifactSwap;
import dev.layered.plan.ArtifactSwap.Replace;
import dev.layered.plan.Coordinates;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArtifactChoiceParametersTest {

    private final ReadingProbe probe = new ReadingProbe();
    private final ArtifactChoiceParameters artifacts = new ArtifactChoiceParameters();

    private ArtifactSwap swap() {
        return artifacts.swap(probe.at("artifacts"));
    }

    private static ReplaceParameters shortly(String text) {
        ReplaceParameters replace = new ReplaceParameters();
        replace.set(text);
        return replace;
    }

    @Test
    void swapWhenNothingIsGivenIsNone() {
        assertThat(swap()).isEqualTo(ArtifactSwap.NONE);
        probe.assertNoMistake();
    }

    @Test
    void swapReadsCoordinatesInMavensOrder() {
        artifacts.includes = List.of(" g:a:1 ", "g:a:zip:1-SNAPSHOT", "g:a:jar:linux-x86_64:1+2", "g:a:jar::1");
        assertThat(swap().includes())
                .containsExactly(
                        new Coordinates("g", "a", "jar", "", "1"),
                        new Coordinates("g", "a", "zip", "", "1-SNAPSHOT"),
                        new Coordinates("g", "a", "jar", "linux-x86_64", "1+2"),
                        new Coordinates("g", "a", "jar", "", "1"));
        probe.assertNoMistake();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "g",
                "g:a",
                "g:a:",
                ":a:1",
                "g::1",
                "g:a::1",
                "g:a:jar:c:",
                "g:a:jar:c:1:x",
                "g:a*:1",
                "g:a b:1"
            })
    void swapWhenAnIncludeIsNoneTellsTheForm(String text) {
        artifacts.includes = List.of(text);
        assertThat(swap().includes()).isEmpty();
        probe.assertMistakes()
                .hasId("artifact-coordinates")
                .what("'" + text + "' are not the coordinates of an artifact.")
                .where("<artifacts><includes><item>")
                .fix("write groupId:artifactId:version, groupId:artifactId:type:version or"
                        + " groupId:artifactId:type:classifier:version, e.g. com.example:driver:1.0")
                .isMistake();
    }

    @Test
    void swapWhenAPatternIsNoneTellsWhichList() {
        artifacts.excludes = List.of("g:cpu-*", "a b");
        assertThat(swap().excludes()).hasToString("[g:cpu-*]");
        probe.assertMistakes().hasId("artifact-pattern").where("<artifacts><excludes><item>");
    }

    @ParameterizedTest
    @CsvSource({
        "g:b,              g:b:",
        "g:b:2,            g:b:2",
        "g:b:zip:2,        g:b:zip:2",
        "g:b:jar:gpu:2,    g:b:jar:gpu:2",
        "g:b:zip:,         g:b:zip:",
        "g:b:jar:gpu:,     g:b:jar:gpu:",
    })
    void swapWhenOneReplacesOthersMayLeaveTheVersionOut(String by, String shown) {
        ReplaceParameters inParts = new ReplaceParameters();
        inParts.artifact = "g:a*";
        inParts.by = by;
        artifacts.replaces = List.of(inParts, shortly("g:a*=" + by));
        List<Replace> read = swap().replaces();
        assertThat(read.get(0).artifact()).hasToString("g:a*");
        assertThat(read.get(0).by()).hasToString(shown);
        assertThat(read.get(1)).isEqualTo(read.get(0));
        probe.assertNoMistake();
    }

    @ParameterizedTest
    @CsvSource({"g:a, ''", "g:a=b, b", "g:a=g:*, g:*"})
    void swapWhenNothingTakesThePlaceTellsTheForm(String text, String by) {
        artifacts.replaces = List.of(shortly(text));
        assertThat(swap().replaces()).isEmpty();
        probe.assertMistakes()
                .hasId("artifact-coordinates")
                .what("'" + by + "' are not the coordinates of an artifact.")
                .where("<artifacts><replaces><item><by>")
                .fix("write groupId:artifactId, which keeps the version, groupId:artifactId:version or"
                        + " groupId:artifactId:type:classifier:version, e.g. com.example:driver")
                .isMistake();
    }

    @Test
    void swapWhenNothingIsReplacedTellsIt() {
        artifacts.replaces = List.of(shortly("=g:b"));
        assertThat(swap().replaces()).isEmpty();
        probe.assertMistakes().hasId("artifact-pattern").where("<artifacts><replaces><item><artifact>");
    }
}
