package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SizeCheckTest {

    private static final Descriptor BASE = Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(new byte[0]), 3_000_000);

    @TempDir
    private Path folder;

    private SamplePlan sample;

    @BeforeEach
    void planAnApplication() {
        sample = SamplePlan.in(folder)
                .file(StandardLayer.CLASSES, "app/classes/App.class", "c".repeat(400))
                .file(StandardLayer.RESOURCES, "app/resources/model.bin", "m".repeat(90_000))
                .file(StandardLayer.RESOURCES, "app/resources/small.txt", "s".repeat(10))
                .file(StandardLayer.RESOURCES, "app/resources/empty.txt", "")
                .made(StandardLayer.START, "app/start", "s".repeat(20))
                .artifacts(200_000, "g:a:1", "h:b:1");
    }

    private Optional<Problem> image(long most, Map<Platform, List<Descriptor>> bases) {
        SizeLimits limits = new SizeLimits(
                Optional.of(new SizeLimits.Limit(most, "<limits><image> in pom.xml:40")), Optional.empty(), false);
        return SizeCheck.image(limits, sample.plan().identity(), sample.plan().platforms(), bases);
    }

    private Optional<Problem> appLayer(long most) {
        SizeLimits limits = new SizeLimits(
                Optional.empty(), Optional.of(new SizeLimits.Limit(most, "<limits><appLayer> in pom.xml:41")), false);
        return SizeCheck.appLayer(limits, sample.plan().contents());
    }

    @Test
    void imageWhenItHasNoMoreSaysNothing() {
        assertThat(image(490_430, Map.of())).isEmpty();
        assertThat(image(3_490_430, Map.of(Platform.LINUX_AMD64, List.of(BASE))))
                .isEmpty();
        assertThat(SizeCheck.image(
                        SizeLimits.NONE, sample.plan().identity(), sample.plan().platforms(), Map.of()))
                .isEmpty();
    }

    @Test
    void imageWhenOurLayersAreTooBigNamesTheBiggest() {
        assertThat(image(490_429, Map.of()))
                .contains(new Problem(
                        "limit-image",
                        "The image for linux/amd64 has 490.4 kB; no more than 490.4 kB are allowed. Its biggest layers:"
                                + " 'g' (200.0 kB), 'h' (200.0 kB), 'resources' (90.0 kB).",
                        "<limits><image> in pom.xml:40",
                        "leave out what is not needed, take a smaller base image, or raise the limit"));
    }

    @Test
    void imageWhenItIsAVariantNamesIt() {
        sample.as(SampleIdentity.of("cuda", false, "shop/cart:1.0-cuda", List.of()));
        assertThat(image(1, Map.of()))
                .hasValueSatisfying(
                        problem -> assertThat(problem.what()).startsWith("The image 'cuda' for linux/amd64 has "));
    }

    @Test
    void imageWhenTheBaseIsBigTellsOfThePlatformThatHasMost() {
        sample.on("linux/amd64", "linux/arm64");

        assertThat(image(1_000_000, Map.of(Platform.parse("linux/arm64"), List.of(BASE))))
                .hasValueSatisfying(problem -> assertThat(problem.what())
                        .isEqualTo(
                                "The image for linux/arm64 has 3.5 MB, 3.0 MB of them the base's; no more than 1.0 MB"
                                        + " are allowed. Its biggest layers: the base's "
                                        + BASE.digest().shortHex() + " (3.0 MB), 'g' (200.0 kB), 'h' (200.0 kB)."));
    }

    @Test
    void appLayerCountsClassesAndResourcesAlone() {
        assertThat(appLayer(90_410)).isEmpty();
        assertThat(SizeCheck.appLayer(SizeLimits.NONE, sample.plan().contents()))
                .isEmpty();
        assertThat(appLayer(50_000))
                .contains(new Problem(
                        "limit-app-layer",
                        "The classes and resources of the application have 90.4 kB; no more than 50.0 kB are allowed. The"
                                + " biggest files: '/app/resources/model.bin' (90.0 kB), '/app/classes/App.class'"
                                + " (400 B), '/app/resources/small.txt' (10 B).",
                        "<limits><appLayer> in pom.xml:41",
                        "take out of the resources what belongs elsewhere, e.g. into a layer of its own by"
                                + " <extraDirectories>, or raise the limit"));
    }

    @Test
    void appLayerWhenAllOfTheApplicationIsOneLayerCountsTheSame() {
        sample.layering(new LayeringChoice(LayeringChoice.Strategy.TWO, 24, 4, 127, 40, Set.of()));

        assertThat(appLayer(90_410)).isEmpty();
        assertThat(appLayer(90_409)).isPresent();
    }
}
