package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.layered.base.TestBases;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.LayerPreview;
import dev.layered.outcome.PlatformPreview;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.SampleRule;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanPreviewTest {

    @TempDir
    private Path folder;

    private SamplePlan plan;
    private Store store;

    @BeforeEach
    void planOneRule() {
        plan = SamplePlan.in(folder).artifacts(5, "g:a:1", "h:b:1").rules(SampleRule.named("g", "g"));
        store = Store.forReading(folder.resolve("store"), BuildLog.SILENT);
    }

    private List<PlatformPreview> preview() {
        return new PlanPreview(folder, TestBases.in(folder, store), store, BuildLog.SILENT)
                .of(plan.plan(), List.of(), folder.resolve("out"))
                .platforms();
    }

    private BuildOutcome build() {
        Store written = Store.open(folder.resolve("store"), folder.resolve("other"), BuildLog.SILENT);
        return new ImageBuilder(folder, folder.resolve("out"), TestBases.in(folder, written), written, BuildLog.SILENT)
                .build(List.of(plan.plan()))
                .get(0);
    }

    /** Returns every path below the folder with its time. */
    private TreeMap<String, FileTime> everything() throws IOException {
        TreeMap<String, FileTime> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                found.put(folder.relativize(path).toString().replace('\\', '/'), Files.getLastModifiedTime(path));
            }
        }
        return found;
    }

    @Test
    void ofWritesThePlanAndNothingElse() throws IOException {
        TreeMap<String, FileTime> before = everything();
        preview();
        TreeMap<String, FileTime> after = everything();
        assertThat(after).containsKeys("out", "out/plan.json");
        after.keySet().removeAll(List.of("out", "out/plan.json"));
        before.remove("");
        after.remove("");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void ofWhenThePlanIsTheSameLeavesItsFileAlone() throws IOException {
        preview();
        TreeMap<String, FileTime> before = everything();
        preview();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void changesWritesNothing() throws IOException {
        build();
        TreeMap<String, FileTime> before = everything();
        new PlanPreview(folder, TestBases.in(folder, store), store, BuildLog.SILENT)
                .changes(plan.plan(), List.of(), folder.resolve("out"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void ofWhenNothingWasBuiltKnowsNoLayerAndWritesWhatTheBuildWould() throws IOException {
        List<PlatformPreview> previews = preview();
        assertThat(previews).hasSize(1);
        assertThat(previews.get(0).baseLayers()).isEmpty();
        assertThat(previews.get(0).layers())
                .extracting(LayerPreview::name, LayerPreview::files, LayerPreview::contentSize, LayerPreview::known)
                .containsExactly(
                        tuple("dependencies", 1, 5L, false), tuple("g", 1, 5L, false), tuple("classes", 1, 7L, false));
        byte[] planned = Files.readAllBytes(folder.resolve("out/plan.json"));
        build();
        assertThat(folder.resolve("out/plan.json")).hasBinaryContent(planned);
        assertThat(folder.resolve("out/image.plan.json")).hasBinaryContent(planned);
    }

    @Test
    void ofWhenALayerWasBuiltKnowsItByTheSameKey() {
        var built = build().image().platforms().get(0).layers();
        assertThat(preview().get(0).layers())
                .allMatch(LayerPreview::known)
                .extracting(LayerPreview::key)
                .containsExactly(
                        built.get(0).key(), built.get(1).key(), built.get(2).key());
        plan.artifacts(5, "h:c:1");
        assertThat(preview().get(0).layers()).extracting(LayerPreview::known).containsExactly(false, true, true);
    }

    @Test
    void ofWhenPlatformsDifferTellsOfEach() {
        plan.rules(SampleRule.named("g", "g").on("linux/arm64")).on("linux/amd64", "linux/arm64");
        List<PlatformPreview> previews = preview();
        assertThat(previews).extracting(p -> p.platform().toString()).containsExactly("linux/amd64", "linux/arm64");
        assertThat(previews)
                .extracting(p -> p.layers().stream().map(LayerPreview::name).toList())
                .containsExactly(List.of("dependencies", "classes"), List.of("dependencies", "g", "classes"));
        assertThat(build().emptyLayers()).containsExactly("snapshots", "modules", "resources", "start");
    }

    @Test
    void ofWhenALayerIsEmptyOnOnePlatformAloneIsNotLeftOut() {
        plan.rules(SampleRule.named("all").on("linux/amd64")).on("linux/amd64", "linux/arm64");
        assertThat(build().emptyLayers()).containsExactly("snapshots", "modules", "resources", "start");
    }

    @Test
    void ofWhenTheBaseIsOfNoKnownKindTellsIt() {
        plan.from("docker-daemon:alpine:3");
        assertFailure(this::preview)
                .hasId("base-kind")
                .whatContains("'docker-daemon:alpine:3'")
                .where("<from> in pom.xml:7")
                .isMistake();
    }

    @Test
    void ofWhenThereAreTooManyLayersTellsItAndWritesNothing() throws IOException {
        SampleRule[] rules = new SampleRule[130];
        for (int i = 0; i < rules.length; i++) {
            plan.artifacts(1, "many:a" + i + ":1");
            rules[i] = SampleRule.named("r" + i, "many:a" + i);
        }
        plan.rules(rules);
        TreeMap<String, FileTime> before = everything();
        assertFailure(this::preview).hasId("layers-too-many").whatContains("has 132 layers");
        assertThat(everything()).isEqualTo(before);
    }
}
