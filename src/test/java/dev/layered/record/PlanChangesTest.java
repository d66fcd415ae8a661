package dev.layered.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.base.TestBases;
import dev.layered.build.ImageBuilder;
import dev.layered.build.PlanPreview;
import dev.layered.json.Json;
import dev.layered.json.Mutations;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.SampleRule;
import dev.layered.plan.StandardLayer;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanChangesTest {

    private static final String NO_IMAGE = "There is no image yet to compare with.";
    private static final String NOTHING = "No layer changed since the image was made.";

    @TempDir
    private Path folder;

    private SamplePlan sample() {
        return SamplePlan.in(folder).artifacts(5, "g:a:1", "h:b:1");
    }

    private Store store() {
        return Store.open(folder.resolve("store"), folder.resolve("other"), BuildLog.SILENT);
    }

    private void build(SamplePlan plan) {
        new ImageBuilder(folder, folder.resolve("out"), TestBases.in(folder, store()), store(), BuildLog.SILENT)
                .build(List.of(plan.plan()));
    }

    private List<String> changes(SamplePlan plan) {
        return new PlanPreview(folder, TestBases.in(folder, store()), store(), BuildLog.SILENT)
                .changes(plan.plan(), List.of(), folder.resolve("out"));
    }

    @Test
    void changesWhenThereIsNoImageSaySo() {
        assertThat(changes(sample())).containsExactly(NO_IMAGE);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void changesWhenSomethingIsLeftOutTellOnlyOfWhatIsThere() {
        build(sample().made(StandardLayer.START, "app/classpath", "a:b"));
        SamplePlan partial = SamplePlan.in(folder)
                .artifacts(5, "g:a:1")
                .artifacts(6, "h:c:1")
                .made(StandardLayer.START, "app/classpath", "a");
        List<String> leftOut = List.of("The module 'b' is not packaged.");
        assertThat(new PlanPreview(folder, TestBases.in(folder, store()), store(), BuildLog.SILENT)
                        .changes(partial.plan(), leftOut, folder.resolve("out")))
                .containsExactly("layer dependencies changed:", "  + /app/libs/c-1.jar");
    }

    @Test
    void changesWhenNothingChangedSaySo() {
        build(sample());
        assertThat(changes(sample())).containsExactly(NOTHING);
    }

    @Test
    void changesWhenOnlyTheOrderOfTheLibrariesChangedSayNothing() {
        build(sample());
        assertThat(changes(SamplePlan.in(folder).artifacts(5, "h:b:1", "g:a:1")))
                .containsExactly(NOTHING);
    }

    @Test
    void changesTellWhichEntriesOfALayerCameWentAndChanged() {
        build(sample().file(StandardLayer.RESOURCES, "app/resources/d/x.txt", "x"));
        assertThat(changes(SamplePlan.in(folder)
                        .artifacts(6, "g:a:1")
                        .artifacts(5, "i:c:1")
                        .file(StandardLayer.RESOURCES, "app/resources/d/x.txt", "x")))
                .containsExactly(
                        "layer dependencies changed:",
                        "  ~ /app/libs/a-1.jar",
                        "  - /app/libs/b-1.jar",
                        "  + /app/libs/c-1.jar");
    }

    @Test
    void changesTellNewAndGoneLayers() {
        build(sample());
        assertThat(changes(sample().rules(SampleRule.named("g", "g"), SampleRule.named("all"))))
                .containsExactly("layer g is new", "layer all is new", "layer dependencies is gone");
    }

    @Test
    void changesWhenPlatformsChangeAlikeSayItOnce() {
        build(sample().on("linux/amd64", "linux/arm64"));
        assertThat(changes(SamplePlan.in(folder).artifacts(7, "g:a:1", "h:b:1").on("linux/amd64", "linux/arm64")))
                .containsExactly("layer dependencies changed:", "  ~ /app/libs/a-1.jar", "  ~ /app/libs/b-1.jar");
    }

    @Test
    void changesWhenPlatformsDifferNameThem() {
        SampleRule arm = SampleRule.named("g", "g").on("linux/arm64");
        build(sample().rules(arm).on("linux/amd64", "linux/arm64", "linux/arm"));
        assertThat(changes(SamplePlan.in(folder)
                        .artifacts(6, "g:a:1")
                        .artifacts(5, "h:b:1")
                        .rules(arm)
                        .on("linux/amd64", "linux/arm64", "linux/arm")))
                .containsExactly(
                        "on linux/amd64, linux/arm:",
                        "  layer dependencies changed:",
                        "    ~ /app/libs/a-1.jar",
                        "on linux/arm64:",
                        "  layer g changed:",
                        "    ~ /app/libs/a-1.jar");
    }

    @Test
    void changesWhenEqualLayersBearOtherNamesOnOtherPlatformsKeepThemApart() {
        SampleRule all = SampleRule.named("all").on("linux/arm64");
        build(sample().on("linux/amd64", "linux/arm64"));
        assertThat(changes(sample().rules(all).on("linux/amd64", "linux/arm64")))
                .containsExactly("on linux/arm64:", "  layer all is new", "  layer dependencies is gone");
    }

    @Test
    void changesTellNewAndGonePlatforms() {
        build(sample().on("linux/amd64", "linux/arm64"));
        assertThat(changes(sample().on("linux/amd64", "linux/s390x")))
                .containsExactly("platform linux/s390x is new", "platform linux/arm64 is gone");
    }

    @Test
    void changesWhenTheFormerRecordIsDamagedNeverFail() throws IOException {
        build(sample());
        Path record = folder.resolve("out").resolve(PlanRecord.OF_IMAGE);
        byte[] whole = Files.readAllBytes(record);
        SamplePlan changed = SamplePlan.in(folder).artifacts(6, "g:a:1", "h:b:1");
        byte[] now = Json.pretty(SampleRecord.json(changed, folder));
        for (String damage : List.of("", "{", "[]", "null", "{\"platforms\":1}", "{\"platforms\":[{}]}")) {
            Files.writeString(record, damage);
            assertThat(PlanChanges.since(folder.resolve("out"), now)).containsExactly(NO_IMAGE);
        }
        Files.writeString(record, new String(whole).replace("\"path\": \"/app/libs", "\"where\": \"/app/libs"));
        assertThat(PlanChanges.since(folder.resolve("out"), now)).containsExactly(NO_IMAGE);
        Mutations mutations = new Mutations(41);
        for (int round = 0; round < 2_000; round++) {
            Files.write(record, mutations.damage(new String(whole)));
            assertThat(PlanChanges.since(folder.resolve("out"), now)).isNotEmpty();
        }
    }
}
