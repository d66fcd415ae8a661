package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.base.BaseDigest;
import dev.layered.base.BaseImages;
import dev.layered.base.TestBases;
import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.plan.BaseChoice;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.SampleIdentity;
import dev.layered.record.StillTrue;
import dev.layered.store.KnownFiles;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FormerImageTest {

    private static final String DAMAGED = "it is damaged, or another run left it unfinished";

    @TempDir
    private Path folder;

    private BuildOutcome build(TestProject project) throws IOException {
        BuildOutcome outcome = project.build();
        Files.writeString(
                project.output.resolve("image.digest"),
                outcome.image().target().digest().text());
        return outcome;
    }

    private BaseImages bases() {
        return TestBases.in(folder, Store.forReading(folder.resolve("store"), BuildLog.SILENT));
    }

    /** Looks with the base as it is now. */
    private Optional<String> changed(TestProject project, String from) {
        BaseChoice base = new BaseChoice(from, "<from>");
        Digest digest =
                bases().digestAtHand(base, List.of(Platform.LINUX_AMD64)).orElseThrow();
        return former(project).changed(identity("1.0"), folder, Map.of(StillTrue.BASE, digest), KnownFiles.NONE);
    }

    private static FormerImage former(TestProject project) {
        List<FormerImage> found = FormerImage.in(project.output, List.of(identity("1.0")));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static ImageIdentity identity(String tag) {
        return SampleIdentity.only("shop/cart:" + tag, List.of());
    }

    @Test
    void inWhenNoRunLeftAnImageIsEmpty() {
        assertThat(FormerImage.in(folder, List.of(identity("1.0")))).isEmpty();
    }

    @Test
    void changedWhenNothingChangedIsEmptyAndTheImageIsTheOneBuilt() throws IOException {
        TestProject project = TestProject.in(folder);
        BuildOutcome outcome = build(project);

        assertThat(changed(project, "scratch")).isEmpty();
        assertThat(former(project).image().target().digest())
                .isEqualTo(outcome.image().target().digest());
        assertThat(former(project).image().platforms())
                .isEqualTo(outcome.ready().platforms());
    }

    @Test
    void changedWhenAnInputChangedTellsIt() throws IOException {
        TestProject project = TestProject.in(folder);
        build(project);
        project.with("classes/App.class", "edited.");
        assertThat(changed(project, "scratch")).contains("input/classes/App.class changed");
    }

    @Test
    void changedWhenAnotherNameIsWantedTellsBoth() throws IOException {
        TestProject project = TestProject.in(folder);
        build(project);
        ImageIdentity other = identity("2.0");
        assertThat(FormerImage.in(project.output, List.of(other))
                        .get(0)
                        .changed(other, folder, Map.of(), KnownFiles.NONE))
                .contains("its name is 'shop/cart:1.0', and 'shop/cart:2.0' is wanted");
    }

    @Test
    void changedWhenARunDiedAfterTheLayoutWasWrittenSaysSo() throws IOException {
        TestProject project = TestProject.in(folder);
        build(project);
        project.with("classes/App.class", "edited.").build(); // which has not told the digest yet
        assertThat(changed(project, "scratch")).contains(DAMAGED);
    }

    @Test
    void changedWhenABlobIsMissingOrAManifestDamagedSaysSo() throws IOException {
        TestProject project = TestProject.in(folder);
        BuildOutcome outcome = build(project);
        Path blobs = outcome.layout().resolve("blobs/sha256");
        Path layer = blobs.resolve(outcome.image()
                .platforms()
                .get(0)
                .layers()
                .get(0)
                .descriptor()
                .digest()
                .hex());
        Path aside = Files.move(layer, folder.resolve("aside"));
        assertThat(changed(project, "scratch")).contains(DAMAGED);
        Files.move(aside, layer);
        assertThat(changed(project, "scratch")).isEmpty();
        Path manifest = blobs.resolve(outcome.image().target().digest().hex());
        Files.writeString(manifest, Files.readString(manifest).replace("2", "3"));
        assertThat(changed(project, "scratch")).contains(DAMAGED);
    }

    @Test
    void isWholeWhenWhatABuildTellsOrALayerIsNotAsItWroteItIsFalse() throws IOException {
        TestProject project = TestProject.in(folder);
        BuildOutcome outcome = build(project);
        Files.writeString(project.output.resolve("image.json"), "{}");
        assertThat(isWhole(project)).isTrue();

        for (String name : List.of("image.json", "plan.json")) {
            Path told = project.output.resolve(name);
            Path aside = Files.move(told, folder.resolve("aside"));
            assertThat(isWhole(project)).as(name).isFalse();
            Files.move(aside, told);
        }
        assertThat(isWhole(project)).isTrue();

        Path plan = project.output.resolve("plan.json");
        byte[] written = Files.readAllBytes(plan);
        Files.writeString(plan, "{\"schema\": 1}"); // as the goal plan does with another configuration
        assertThat(isWhole(project)).isFalse();
        Files.write(plan, written);

        DamageTest.damage(outcome.layout()
                .resolve("blobs/sha256")
                .resolve(outcome.image()
                        .platforms()
                        .get(0)
                        .layers()
                        .get(0)
                        .descriptor()
                        .digest()
                        .hex()));
        assertThat(isWhole(project)).isFalse();
    }

    private static boolean isWhole(TestProject project) {
        return former(project).isWhole(KnownFiles.NONE);
    }

    @Test
    void changedWhenTheBaseIsAnotherTellsIt() throws IOException {
        TestProject base = TestProject.of(folder, folder.resolve("base"), folder.resolve("store"))
                .with("resources/base.txt", "one");
        base.build();
        String from = "oci:" + folder.resolve("base/image");
        TestProject project = TestProject.of(folder.resolve("app"), folder.resolve("app/out"), folder.resolve("store"))
                .with("classes/App.class", "a class")
                .from(from);
        build(project);
        Digest now = BaseDigest.of(bases().resolve(new BaseChoice(from, ""), List.of(Platform.LINUX_AMD64)));
        FormerImage former = former(project);
        Map<String, Digest> grounds = Map.of(StillTrue.BASE, now);
        assertThat(former.changed(identity("1.0"), folder.resolve("app"), grounds, KnownFiles.NONE))
                .isEmpty();

        base.with("resources/base.txt", "two").build();
        Digest later = BaseDigest.of(bases().resolve(new BaseChoice(from, ""), List.of(Platform.LINUX_AMD64)));
        assertThat(former.changed(
                        identity("1.0"), folder.resolve("app"), Map.of(StillTrue.BASE, later), KnownFiles.NONE))
                .contains("the base image changed");
    }
}
