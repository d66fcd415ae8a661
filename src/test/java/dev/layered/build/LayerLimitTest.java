package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayerLimitTest {

    private final List<String> warnings = new ArrayList<>();

    private void check(int base, int ours) {
        LayerLimit.check(Platform.LINUX_AMD64, base, ours, new BuildLog() {
            @Override
            public void warning(String text) {
                warnings.add(text);
            }
        });
    }

    @Test
    void checkWhenThereAreFewSaysNothing() {
        check(0, 0);
        check(0, 40);
        check(34, 6);
        assertThat(warnings).isEmpty();
    }

    @Test
    void checkWhenThereAreManyWarns() {
        check(5, 36);
        assertThat(warnings)
                .containsExactly("The image for linux/amd64 has 41 layers, 5 of them the base's. More than 40 cost more"
                        + " time than they save.");
        check(1, 126);
        assertThat(warnings).hasSize(2);
    }

    @Test
    void checkWhenThereAreMoreThanEnginesTakeFails() {
        assertFailure(() -> check(1, 127))
                .hasId("layers-too-many")
                .what("The image for linux/amd64 has 128 layers, 1 of them the base's; engines take 127.")
                .where("<depLayers>")
                .fix("put more artifacts into one <depLayer>")
                .isMistake();
        assertThat(warnings).isEmpty();
    }
}
