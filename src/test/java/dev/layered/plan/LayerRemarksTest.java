package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerRemarksTest {

    private static final int LARGE = 200_000;

    @TempDir
    private Path folder;

    private SamplePlan plan;

    @BeforeEach
    void planReleasedArtifacts() {
        plan = SamplePlan.in(folder).artifacts(LARGE, "g:a:1", "g:b:1");
    }

    private List<Problem> remarks(OptionalLong most, SampleRule... rules) {
        return LayerRemarks.on(plan.rules(rules).plan().platforms(), most);
    }

    private List<Problem> remarks(SampleRule... rules) {
        return remarks(OptionalLong.empty(), rules);
    }

    @Test
    void onWhenRulesTakeReleasedArtifactsAloneSaysNothing() {
        assertThat(remarks(SampleRule.named("one", "g"))).isEmpty();
        assertThat(remarks()).isEmpty();
    }

    @Test
    void onWhenARuleTakesASnapshotAmongOthersNamesIt() {
        plan.artifacts(10, "g:c:2-SNAPSHOT");

        assertThat(remarks(SampleRule.named("one", "g")))
                .containsExactly(new Problem(
                        "layer-snapshot",
                        "The layer 'one' holds snapshots, 'g:c:2-SNAPSHOT', and with each change of these 400 kB of"
                                + " released artifacts are new with it.",
                        "the rule one",
                        "exclude them from the rule: snapshots have a layer above the released dependencies"));
    }

    @Test
    void onWhenSnapshotsAreAloneInARuleSaysNothing() {
        plan.artifacts(LARGE, "h:c:2-SNAPSHOT");

        assertThat(remarks(SampleRule.named("one", "g"), SampleRule.named("two", "h")))
                .isEmpty();
    }

    @Test
    void onWhenARuleTakesAModuleOrClassesAmongOthersNamesThem() {
        plan.artifacts(10, "g:c:1 module");

        assertThat(remarks(SampleRule.named("one", "g")))
                .extracting(Problem::id)
                .containsExactly("layer-own-code");
    }

    @Test
    void onWhenWhatChangesOftenLiesBelowWhatDoesNotNamesIt() {
        plan.artifacts(LARGE, "t:tool:5.90.1").artifacts(2_000_000, "s:steady:1.0");

        assertThat(remarks(SampleRule.named("tools", "t"), SampleRule.named("steady", "s")))
                .extracting(Problem::what)
                .containsExactly(
                        "The layer 'tools' holds 't:tool:5.90.1', by the version often released, and lies below"
                                + " 2 MB that seldom change: a host that keeps a layer only with those below fetches these too.");
        assertThat(remarks(SampleRule.named("steady", "s"), SampleRule.named("tools", "t")))
                .isEmpty();
    }

    @Test
    void onWhenALayerIsAboveTheUsersLimitTellsItsSize() {
        assertThat(remarks(OptionalLong.of(2L * LARGE - 1), SampleRule.named("one", "g")))
                .extracting(Problem::what)
                .containsExactly("The layer 'one' holds 400 kB, more than 399 kB.");
        assertThat(remarks(OptionalLong.of(2L * LARGE), SampleRule.named("one", "g")))
                .isEmpty();
    }
}
