package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.PlatformOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.SampleOutcome;
import dev.layered.outcome.TagOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a push tells of images in {@code image.json}; what a build tells is looked at where it builds. */
final class ImageFilesTest {

    private static final Descriptor INDEX = blob("index");
    private static final PlatformOutcome PLATFORM = new PlatformOutcome(
            Platform.LINUX_AMD64, blob("manifest"), blob("config").digest(), List.of(), List.of());

    @TempDir
    private Path output;

    private static Descriptor blob(String text) {
        return Descriptor.of(MediaType.OCI_INDEX, Digest.of(text.getBytes()), 1);
    }

    private void build(ImageOutcome image) {
        ImageFiles.writeBuilt(
                List.of(new BuildOutcome(image, output.resolve("image"), List.of("snapshots"), false)), output);
    }

    private void publish(ImageOutcome... repositories) {
        List<PublishOutcome> outcomes = List.of(repositories).stream()
                .map(image -> new PublishOutcome(image, Map.of(), true))
                .toList();
        ImageFiles.writePublished(List.of(outcomes), output);
    }

    private JsonObject json(String file) throws IOException {
        return Json.parse(Files.readAllBytes(output.resolve(file)), file);
    }

    @Test
    void writePublishedTellsEveryNameOfEveryRepositoryAndWhatItStandsFor() throws IOException {
        ImageOutcome mirror = new ImageOutcome(
                "",
                true,
                "shop/cart:1",
                "scratch",
                INDEX,
                List.of(PLATFORM),
                List.of(new TagOutcome("mirror/cart:1-amd64", PLATFORM.manifest(), Optional.of(Platform.LINUX_AMD64))));
        publish(SampleOutcome.image("scratch", INDEX, List.of(PLATFORM), "shop/cart:1"), mirror);

        List<JsonObject> tags = json("image.json").objects("tags");
        assertThat(tags)
                .extracting(tag -> tag.requiredText("name"))
                .containsExactly("shop/cart:1", "mirror/cart:1-amd64");
        assertThat(tags)
                .extracting(tag -> tag.requiredText("digest"))
                .containsExactly(
                        INDEX.digest().text(), PLATFORM.manifest().digest().text());
        assertThat(tags)
                .extracting(tag -> tag.text("platform"))
                .containsExactly(Optional.empty(), Optional.of("linux/amd64"));
        assertThat(output.resolve("image.digest")).doesNotExist();
    }

    @Test
    void writePublishedWhenNothingWasLookedAtKeepsWhatIsToldOfTheSameImage() throws IOException {
        build(SampleOutcome.image("oci:base", INDEX, List.of(PLATFORM), "shop/cart:1"));
        byte[] built = Files.readAllBytes(output.resolve("image.json"));

        publish(SampleOutcome.image("the base", INDEX, List.of(), "shop/cart:1"));
        assertThat(output.resolve("image.json")).hasBinaryContent(built);

        publish(SampleOutcome.image("the base", blob("other"), List.of(), "shop/cart:1"));
        JsonObject other = json("image.json");
        assertThat(other.objects("platforms")).isEmpty();
        assertThat(other.text("from")).contains("the base");
        assertThat(other.texts("emptyLayers")).isEmpty();
    }

    @Test
    void writePublishedOfVariantsTellsOfAllInTheFileOfTheDefaultOne() throws IOException {
        ImageFiles.writePublished(List.of(variant("cpu", true), variant("cuda", false)), output);

        assertThat(json("image.json").objects("variants"))
                .extracting(variant -> variant.requiredText("variant"))
                .containsExactly("cpu", "cuda");
        assertThat(json("variants/cuda/image.json").text("variant")).contains("cuda");
    }

    private static List<PublishOutcome> variant(String name, boolean isDefault) {
        ImageOutcome image = new ImageOutcome(
                name, isDefault, "shop/cart:1-" + name, "scratch", INDEX, List.of(PLATFORM), List.of());
        return List.of(new PublishOutcome(image, Map.of(), true));
    }
}
