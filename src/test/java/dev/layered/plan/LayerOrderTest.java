package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LayerOrderTest {

    private static String of(String names) {
        List<LayerRule> rules = Stream.of(names.split(" "))
                .map(name -> SampleRule.named(name).rule())
                .toList();
        return String.join(" ", LayerOrder.of(rules, Set.of()));
    }

    @Test
    void ofWhenFilesNameLayersPutsTheNewOnesBelowStart() {
        Set<String> named = new LinkedHashSet<>(List.of("config", "classes", "extra", "start", "placed"));
        List<LayerRule> rules = List.of(SampleRule.named("placed").rule());
        assertThat(LayerOrder.of(rules, named))
                .containsExactly(
                        "ca-certificates",
                        "dependencies",
                        "natives",
                        "placed",
                        "snapshots",
                        "modules",
                        "resources",
                        "classes",
                        "config",
                        "extra",
                        "start");
    }

    @Test
    void ofWhenThereIsNoRuleIsTheStandardOrder() {
        assertThat(LayerOrder.of(List.of(), Set.of()))
                .containsExactly(
                        "ca-certificates",
                        "dependencies",
                        "natives",
                        "snapshots",
                        "modules",
                        "resources",
                        "classes",
                        "start");
    }

    @ParameterizedTest
    @CsvSource({
        "b a,                        dependencies natives b a snapshots modules resources classes start",
        "a dependencies b,           natives a dependencies b snapshots modules resources classes start",
        "a modules b,                dependencies natives a modules b snapshots resources classes start",
        "snapshots a,                dependencies natives snapshots a modules resources classes start",
        "modules snapshots dependencies, natives modules snapshots dependencies resources classes start",
        "a natives b,                dependencies a natives b snapshots modules resources classes start",
    })
    void ofKeepsTheRulesAsWrittenAndGivesStandardLayersTheirPlace(String rules, String order) {
        assertThat(of(rules)).isEqualTo("ca-certificates " + order);
    }
}
