package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.base.BaseImage;
import dev.layered.image.ImageConfig;
import dev.layered.image.ImageFormat;
import dev.layered.image.OciJson;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.BaseChoice;
import dev.layered.plan.Coordinates;
import dev.layered.plan.FileNotes;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.ImageSettings;
import dev.layered.plan.LayerPlanner;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.PlacedArtifact;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.PlanContents;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.ProjectArtifact;
import dev.layered.plan.SampleContents;
import dev.layered.plan.SampleIdentity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LayerLimitTest {

    private final List<PlacedArtifact> artifacts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ImagePlan check(int base, int ours) {
        return check(base, ours, LayeringChoice.DEFAULT);
    }

    private ImagePlan check(int base, int ours, LayeringChoice choice) {
        Platform platform = Platform.LINUX_AMD64;
        List<PlacedFile> files = new ArrayList<>();
        for (int i = 0; i < ours; i++) {
            LayerEntry entry = LayerEntry.file("etc/" + i, new Content.OfBytes(new byte[0]), false);
            files.add(new PlacedFile("layer" + i, entry, "file " + i, false));
        }
        PlanContents contents = SampleContents.of(files, artifacts, List.of(platform), choice);
        ImagePlan plan = new ImagePlan(
                SampleIdentity.only("cart", List.of()),
                new BaseChoice("oci:base", "here"),
                contents,
                LayerPlanner.plan(contents),
                new ImageSettings(RuntimeConfig.NONE, Map.of(), "", ImageFormat.OCI, "app"),
                FileNotes.NONE,
                false);
        BaseImage image = new BaseImage(
                ImageConfig.scratch(platform),
                Collections.nCopies(base, OciJson.document(OciJson.index(List.of(), Map.of()))),
                true,
                Optional.empty());
        return LayerLimit.fit(plan, Map.of(platform, image), new BuildLog() {
            @Override
            public void warning(String text) {
                warnings.add(text);
            }
        });
    }

    @Test
    void fitWhenThereAreFewSaysNothing() {
        check(0, 0);
        check(0, 40);
        check(34, 6);
        assertThat(warnings).isEmpty();
    }

    @Test
    void fitWhenThereAreManyWarns() {
        check(5, 36);
        assertThat(warnings)
                .containsExactly(
                        "The image for linux/amd64 has 41 layers, 5 of them the base's, more than 40. [layers-many]\n"
                                + "  where: <layering>, <depLayers>\n  fix:   lower <layering><maxLayers>, put more"
                                + " artifacts into one <depLayer>, or raise <limits><imageLayersWarn>");
        check(1, 126);
        assertThat(warnings).hasSize(2);
    }

    @Test
    void fitWhenUserAllowsMoreOrFewerKeepsToThat() {
        LayeringChoice usual = LayeringChoice.DEFAULT;
        check(5, 36, new LayeringChoice(usual.strategy(), 24, 4, 127, 41, Set.of()));
        assertThat(warnings).isEmpty();
        assertFailure(() -> check(5, 6, new LayeringChoice(usual.strategy(), 24, 4, 10, 40, Set.of())))
                .whatContains("no more than 10 are allowed");
    }

    @Test
    void fitWhenTheBaseIsDeepFoldsTheSmallest() {
        for (int i = 0; i < 30; i++) {
            artifacts.add(PlacedArtifact.of(library(i), "libs/" + i, Content.Form.AS_IS));
        }
        assertThat(names(check(0, 0))).hasSize(22).startsWith("g29", "g28").doesNotContain("g0", "dependencies");
        assertThat(names(check(110, 1))).hasSize(11).startsWith("g29", "g28").contains("dependencies-active");
        assertThat(names(check(125, 1))).containsExactly("dependencies", "layer0");
        assertFailure(() -> check(126, 1))
                .hasId("layers-too-many")
                .what(
                        "The image for linux/amd64 has 128 layers, 126 of them the base's; no more than 127 are allowed.");
    }

    @Test
    void fitWhenThereAreMoreThanEnginesTakeFails() {
        assertFailure(() -> check(1, 127))
                .hasId("layers-too-many")
                .what("The image for linux/amd64 has 128 layers, 1 of them the base's; no more than 127 are allowed.")
                .where("<depLayers>")
                .fix("put more artifacts into one <depLayer>, or take another base image")
                .isMistake();
        assertThat(warnings).isEmpty();
    }

    private static List<String> names(ImagePlan plan) {
        return plan.platforms().get(0).layers().stream().map(PlannedLayer::name).toList();
    }

    private static ProjectArtifact library(int number) {
        Coordinates coordinates = new Coordinates("g" + number, "a", "jar", "", "1.20");
        return new ProjectArtifact(coordinates, "jar", "compile", false, Path.of(number + ".jar"), 200_000 + number);
    }
}
