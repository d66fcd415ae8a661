package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PlatformOutcome;
import dev.layered.outcome.SampleOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayerTableTest {

    private final LayerOutcome dependencies = layer("dependencies", 85, 51_790_000, LayerOrigin.REUSED);
    private final LayerOutcome classes = layer("classes", 4, 1_640, LayerOrigin.BUILT);

    @Test
    void linesShowPlatformsOfEqualLayersInOneTable() {
        BuildOutcome outcome = outcome(false, platform("linux/amd64"), platform("linux/arm64"));

        assertThat(LayerTable.lines(List.of(outcome), Duration.ofMillis(1234), Path.of("/home/cart")))
                .containsExactly(
                        "shop/cart:1.0 for linux/amd64, linux/arm64",
                        "  layer                 files     size  digest",
                        "  oci:base linux/amd64         30.0 MB  2 layers      base",
                        "  oci:base linux/arm64         30.0 MB  2 layers      base",
                        "  dependencies             85  51.8 MB  " + shortHex(dependencies) + "  reused",
                        "  classes                   4   1.6 kB  " + shortHex(classes) + "  built",
                        "  application              89  51.8 MB",
                        "left out, because there is nothing in them: snapshots",
                        "image layout: target/layered/image in 1.2 s",
                        outcome.image().target().digest().text());
    }

    @Test
    void linesWhenNothingChangedSayIt() {
        assertThat(LayerTable.lines(
                        List.of(outcome(true, platform("linux/amd64"))), Duration.ZERO, Path.of("/home/cart")))
                .contains("nothing changed: target/layered/image in 0.0 s");
    }

    @Test
    void linesOfSeveralImagesTellWhichIsWhich() {
        assertThat(LayerTable.lines(
                        List.of(variant("cpu", true), variant("cuda", false)),
                        Duration.ofMillis(1234),
                        Path.of("/home/cart")))
                .contains("shop/cart:1.0-cpu (cpu) for linux/amd64", "shop/cart:1.0-cuda (cuda) for linux/amd64")
                .endsWith(
                        "image layout: target/layered/image in 1.2 s",
                        descriptor("cpu", 1).digest() + " shop/cart:1.0-cpu (cpu)",
                        descriptor("cuda", 1).digest() + " shop/cart:1.0-cuda (cuda)");
    }

    private BuildOutcome variant(String name, boolean isDefault) {
        ImageOutcome image = new ImageOutcome(
                name,
                isDefault,
                "shop/cart:1.0-" + name,
                "oci:base",
                descriptor(name, 1),
                List.of(platform("linux/amd64")),
                List.of());
        return new BuildOutcome(image, Path.of("/home/cart/target/layered/image"), List.of(), false);
    }

    @Test
    void sizesAreShownInPowersOfTen() {
        assertThat(List.of(0L, 999L, 1_000L, 999_949L, 999_950L, 57_700_000L, 8_000_000_000L).stream()
                        .map(Sizes::of))
                .containsExactly("0 B", "999 B", "1.0 kB", "999.9 kB", "1.0 MB", "57.7 MB", "8.0 GB");
    }

    private static String shortHex(LayerOutcome layer) {
        return layer.descriptor().digest().shortHex();
    }

    private BuildOutcome outcome(boolean unchanged, PlatformOutcome... platforms) {
        return new BuildOutcome(
                SampleOutcome.image("oci:base", descriptor("index", 500), List.of(platforms), "shop/cart:1.0"),
                Path.of("/home/cart/target/layered/image"),
                List.of("snapshots"),
                unchanged);
    }

    private PlatformOutcome platform(String name) {
        return new PlatformOutcome(
                Platform.parse(name),
                descriptor(name, 700),
                Digest.of(new byte[] {1}),
                List.of(descriptor("low", 20_000_000), descriptor("high", 10_000_000)),
                List.of(dependencies, classes));
    }

    private static LayerOutcome layer(String name, int files, long size, LayerOrigin origin) {
        Descriptor blob = descriptor(name, size);
        return new LayerOutcome(name, blob.digest().text(), files, size, blob, blob.digest(), origin);
    }

    private static Descriptor descriptor(String content, long size) {
        return Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(content.getBytes()), size);
    }
}
