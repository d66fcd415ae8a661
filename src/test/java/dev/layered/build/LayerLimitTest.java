package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.base.BaseImage;
import dev.layered.image.ImageConfig;
import dev.layered.image.ImageFormat;
import dev.layered.image.OciJson;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.BaseChoice;
import dev.layered.plan.FileNotes;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.ImageSettings;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.PlatformPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LayerLimitTest {

    private final List<String> warnings = new ArrayList<>();

    private void check(int base, int ours) {
        Platform platform = Platform.LINUX_AMD64;
        PlannedLayer layer = new PlannedLayer("one", List.of());
        PlatformPlan layers = new PlatformPlan(platform, Collections.nCopies(ours, layer), List.of(), List.of());
        ImagePlan plan = new ImagePlan(
                "cart",
                new BaseChoice("oci:base", "here"),
                List.of(),
                List.of(layers),
                new ImageSettings(RuntimeConfig.NONE, Map.of(), "", ImageFormat.OCI, "app"),
                FileNotes.NONE,
                false);
        BaseImage image = new BaseImage(
                ImageConfig.scratch(platform),
                Collections.nCopies(base, OciJson.document(OciJson.index(List.of(), Map.of()))),
                true,
                Optional.empty());
        LayerLimit.check(plan, Map.of(platform, image), new BuildLog() {
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
                .containsExactly(
                        "The image for linux/amd64 has 41 layers, 5 of them the base's, more than 40. [layers-many]\n"
                                + "  where: <depLayers>\n  fix:   put more artifacts into one <depLayer>");
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
