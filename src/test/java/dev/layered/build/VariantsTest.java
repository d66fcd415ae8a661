package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.base.TestBases;
import dev.layered.image.Descriptor;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layout.ImageLayout;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.SampleIdentity;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.StandardLayer;
import dev.layered.report.ImageFiles;
import dev.layered.store.KnownFiles;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two images of one module, {@code cpu}, which is the default, and {@code cuda}, in one layout. */
final class VariantsTest {

    private static final ImageIdentity CPU = variant("cpu", true);
    private static final ImageIdentity CUDA = variant("cuda", false);

    @TempDir
    private Path folder;

    private Path output;
    private ImagePlan cpu;
    private ImagePlan cuda;
    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void plan() {
        output = folder.resolve("target/layered");
        cpu = sample(CPU).plan();
        cuda = sample(CUDA)
                .file(StandardLayer.RESOURCES, "app/resources/gpu.txt", "gpu")
                .plan();
    }

    private static ImageIdentity variant(String name, boolean isDefault) {
        String tag = "shop/cart:1.0-" + name;
        return SampleIdentity.of(name, isDefault, tag, List.of(List.of(new ImageName(tag, Optional.empty()))));
    }

    private SamplePlan sample(ImageIdentity identity) {
        return SamplePlan.in(folder).artifacts(50, "g:a:1").as(identity);
    }

    private List<BuildOutcome> build(ImagePlan... variants) {
        BuildLog log = new BuildLog() {
            @Override
            public void writingLayer(String name, int files, long bytes) {
                synchronized (made) {
                    made.add(name);
                }
            }
        };
        Store store = Store.open(folder.resolve("store"), folder.resolve("other"), log);
        List<BuildOutcome> outcomes =
                new ImageBuilder(folder, output, TestBases.in(folder, store), store, log).build(List.of(variants));
        ImageFiles.writeBuilt(outcomes, output);
        return outcomes;
    }

    private JsonObject json(String file) throws IOException {
        return Json.parse(Files.readAllBytes(output.resolve(file)), file);
    }

    private static List<LayerOutcome> layers(BuildOutcome outcome) {
        return outcome.image().platforms().get(0).layers();
    }

    @Test
    void buildNamesEachImageInOneLayoutAndMakesEqualLayersOnce() throws IOException {
        List<BuildOutcome> outcomes = build(cpu, cuda);

        Path layout = output.resolve("image");
        BuiltLayout.checked(layout);
        List<Descriptor> images = ImageLayout.in(layout).images();
        assertThat(images)
                .extracting(image -> image.annotations().get(ImageLayout.REF_NAME))
                .containsExactly("shop/cart:1.0-cpu", "shop/cart:1.0-cuda");
        assertThat(images)
                .extracting(Descriptor::digest)
                .containsExactly(
                        outcomes.get(0).image().target().digest(),
                        outcomes.get(1).image().target().digest());
        assertThat(layers(outcomes.get(0)))
                .isEqualTo(List.of(
                        layers(outcomes.get(1)).get(0), layers(outcomes.get(1)).get(2)));
        assertThat(made).containsExactlyInAnyOrder("dependencies", "classes", "resources");
        // three layers, two configs, two manifests
        assertThat(BuiltLayout.blobs(layout)).hasSize(7);
    }

    @Test
    void buildTellsOfEachImageWhatItIs() {
        List<BuildOutcome> outcomes = build(cpu, cuda);

        assertThat(outcomes)
                .extracting(outcome -> outcome.image().shown())
                .containsExactly("shop/cart:1.0-cpu (cpu)", "shop/cart:1.0-cuda (cuda)");
        assertThat(outcomes).extracting(outcome -> outcome.image().isDefault()).containsExactly(true, false);
        assertThat(outcomes)
                .extracting(outcome -> outcome.ready().reference())
                .containsExactly("shop/cart:1.0-cpu", "shop/cart:1.0-cuda");
        assertThat(outcomes.get(1).image().tags())
                .allSatisfy(tag -> assertThat(tag.target())
                        .isEqualTo(outcomes.get(1).image().target()));
        assertThat(outcomes.get(0).emptyLayers()).contains("resources");
        assertThat(outcomes.get(1).emptyLayers()).doesNotContain("resources");
    }

    @Test
    void buildRecordsTheDefaultImageInTheFolderAndTheOtherInOneOfItsOwn() throws IOException {
        List<BuildOutcome> outcomes = build(cpu, cuda);

        for (String file : List.of("plan.json", "image.plan.json")) {
            assertThat(json(file).requiredObject("settings").text("reference")).contains("shop/cart:1.0-cpu");
            assertThat(json("variants/cuda/" + file).requiredObject("settings").text("reference"))
                    .contains("shop/cart:1.0-cuda");
        }
        assertThat(Files.readString(output.resolve("image.digest")))
                .isEqualTo(outcomes.get(0).image().target().digest().text());
        assertThat(Files.readString(output.resolve("variants/cuda/image.digest")))
                .isEqualTo(outcomes.get(1).image().target().digest().text());
    }

    @Test
    void imageJsonOfTheDefaultImageTellsOfAll() throws IOException {
        build(cpu, cuda);

        JsonObject all = json("image.json");
        JsonObject cuda = json("variants/cuda/image.json");
        assertThat(all.text("variant")).contains("cpu");
        assertThat(cuda.text("variant")).contains("cuda");
        assertThat(cuda.objects("variants")).isEmpty();
        assertThat(all.objects("variants"))
                .containsExactly(all.without(List.of("schema", "variants")), cuda.without(List.of("schema")));
        assertThat(cuda.objects("tags"))
                .extracting(tag -> tag.requiredText("name"))
                .containsExactly("shop/cart:1.0-cuda");
    }

    @Test
    void buildTwiceWritesNothingTheSecondTime() throws IOException {
        build(cpu, cuda);
        List<Object> before = FileStamp.all(output);

        List<BuildOutcome> again = build(cpu, cuda);

        assertThat(again).extracting(BuildOutcome::unchanged).containsOnly(true);
        assertThat(layers(again.get(1))).extracting(LayerOutcome::origin).containsOnly(LayerOrigin.REUSED);
        assertThat(FileStamp.all(output)).isEqualTo(before);
    }

    @Test
    void buildOfOneAloneRemovesTheOtherFromTheLayout() throws IOException {
        build(cpu, cuda);
        build(cpu);

        assertThat(BuiltLayout.checked(output.resolve("image")).images()).hasSize(1);
        // two layers, config and manifest
        assertThat(BuiltLayout.blobs(output.resolve("image"))).hasSize(4);
    }

    private List<FormerImage> formers(ImageIdentity... wanted) {
        return FormerImage.in(output, List.of(wanted));
    }

    private Optional<String> changed(FormerImage former, ImageIdentity wanted) {
        return former.changed(wanted, folder, Map.of(), KnownFiles.NONE)
                .filter(why -> !why.equals("the base image changed"));
    }

    @Test
    void formersAreTheImagesInTheOrderThatTheyAreWantedIn() {
        List<BuildOutcome> outcomes = build(cpu, cuda);

        List<FormerImage> formers = formers(CUDA, CPU);
        assertThat(formers)
                .extracting(former -> former.image().target().digest())
                .containsExactly(
                        outcomes.get(1).image().target().digest(),
                        outcomes.get(0).image().target().digest());
        assertThat(formers).extracting(former -> former.image().variant()).containsExactly("cuda", "cpu");
        assertThat(formers.get(0).shown()).isEqualTo("The image in " + output.resolve("image") + " (cuda)");
        assertThat(formers).allMatch(former -> former.isWhole(KnownFiles.NONE));
        assertThat(changed(formers.get(0), CUDA)).isEmpty();
        assertThat(changed(formers.get(1), CPU)).isEmpty();
    }

    @Test
    void formerWhenAnInputOfItsOwnChangedTellsItAndTheOtherIsStillTrue() throws IOException {
        build(cpu, cuda);
        List<FormerImage> formers = formers(CPU, CUDA);
        Files.writeString(folder.resolve("app/resources/gpu.txt"), "another");
        assertThat(changed(formers.get(0), CPU)).isEmpty();
        assertThat(changed(formers.get(1), CUDA)).contains("app/resources/gpu.txt changed");
    }

    @Test
    void formerWhenAVariantIsWantedThatTheLayoutHasNotTellsTheNames() {
        build(cpu, cuda);
        ImageIdentity other = variant("rocm", false);
        assertThat(changed(formers(CPU, other).get(1), other))
                .contains("its name is 'shop/cart:1.0-cpu', 'shop/cart:1.0-cuda', and 'shop/cart:1.0-rocm' is wanted");
    }
}
