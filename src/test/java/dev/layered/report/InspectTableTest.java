package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.ImageConfig;
import dev.layered.image.MediaType;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import dev.layered.outcome.FolderSize;
import dev.layered.outcome.FoundArtifact;
import dev.layered.outcome.ImageContents;
import dev.layered.outcome.LayerContents;
import dev.layered.outcome.LayerInside;
import dev.layered.outcome.PlatformContents;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InspectTableTest {

    private static final String KEY = "sha256:" + "0123456789abcdef".repeat(4);

    private final LayerContents base = new LayerContents(
            "/bin/sh -c #(nop) ADD file:0123456789 in / and much more\n",
            "",
            blob("base", 30_000_000),
            "zstd",
            Optional.empty(),
            "The layer is damaged.");
    private final LayerContents libraries = new LayerContents(
            "dependencies",
            KEY,
            blob("libraries", 900_000),
            "gzip",
            Optional.of(new LayerInside(
                    1_000_000,
                    3,
                    999_000,
                    1,
                    List.of(new FoundArtifact("org.example:left", "1.0", "/app/libs/left-1.0.jar", 998_000)),
                    List.of(new FolderSize("/app/", 2, 1000)))),
            "");

    @Test
    void linesShowConfigLayersAndWhatIsInThem() {
        assertThat(InspectTable.lines(contents(platform("linux/amd64", base, libraries)), false))
                .containsExactly(
                        "oci:image",
                        "shop/cart:1.0 for linux/amd64",
                        "  digest:       " + blob("index", 1).digest(),
                        "  created:      2026-01-01T00:00:00Z",
                        "  entrypoint:   java -cp @/app/classpath",
                        "  environment:  LANG=C",
                        "                EVIL=\\u001b[31m",
                        row("", "layer", "files", "size", "unpacked", "digest", "compression", "key"),
                        row(
                                "1",
                                "/bin/sh -c #(nop) ADD file:0123456789 in / and muc…",
                                "?",
                                "30.0 MB",
                                "?",
                                hex(base),
                                "zstd",
                                ""),
                        row("2", "dependencies", "3", "900.0 kB", "1.0 MB", hex(libraries), "gzip", "0123456789ab"),
                        row("", "all", "3", "30.9 MB", "1.0 MB", "", "", ""),
                        "  layer 1, /bin/sh -c #(nop) ADD file:0123456789 in / and much more\\u000a:",
                        "    The layer is damaged.",
                        "  layer 2, dependencies:",
                        "    org.example:left:1.0  998.0 kB",
                        "    /app/  2 files  1.0 kB",
                        "    takes away from lower layers: 1");
    }

    @Test
    void linesWhenPlatformsDifferInNothingShowThemOnce() {
        assertThat(InspectTable.lines(
                        contents(platform("linux/amd64", libraries), platform("linux/arm64", libraries)), false))
                .contains("shop/cart:1.0 for linux/amd64, linux/arm64")
                .containsOnlyOnce("  layer 1, dependencies:");
    }

    @Test
    void linesWhenLayerIsShownAlreadyNameWhere() {
        assertThat(InspectTable.lines(
                        contents(platform("linux/amd64", libraries), platform("linux/arm64", base, libraries)), false))
                .contains("  layer 2, dependencies: the same as layer 1 of linux/amd64");
    }

    @Test
    void linesWhenThereAreSeveralImagesNameTheImageToo() {
        PlatformContents first = platform("linux/amd64", libraries);
        PlatformContents second = new PlatformContents(
                "shop/cart:2.0", first.platform(), blob("other", 1), first.config(), first.layers());
        assertThat(InspectTable.lines(contents(first, second), false))
                .contains("  layer 1, dependencies: the same as layer 1 of shop/cart:1.0 for linux/amd64");
    }

    @Test
    void linesWhenListsAreLongAreCutUnlessAllIsAskedFor() {
        LayerContents many = new LayerContents(
                "many",
                "",
                blob("many", 1),
                "none",
                Optional.of(new LayerInside(
                        1,
                        30,
                        1,
                        0,
                        Collections.nCopies(30, new FoundArtifact("a", "", "/a.jar", 1)),
                        Collections.nCopies(11, new FolderSize("/b/", 1, 1)))),
                "");

        assertThat(InspectTable.lines(contents(platform("linux/amd64", many)), false))
                .contains("    and 20 more artifacts")
                .filteredOn(line -> line.startsWith("    a ") || line.startsWith("    /b/ "))
                .hasSize(21);
        assertThat(InspectTable.lines(contents(platform("linux/amd64", many)), true))
                .filteredOn(line -> line.startsWith("    a ") || line.startsWith("    /b/ "))
                .hasSize(41);
    }

    private static String row(Object... cells) {
        return String.format("  %1s  %-51s  %5s  %8s  %8s  %-12s  %-11s  %s", cells)
                .stripTrailing();
    }

    private static String hex(LayerContents layer) {
        return layer.blob().digest().shortHex();
    }

    private static ImageContents contents(PlatformContents... platforms) {
        return new ImageContents("oci:image", List.of(platforms), 0);
    }

    private static PlatformContents platform(String name, LayerContents... layers) {
        RuntimeConfig runtime = new RuntimeConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of("java", "-cp", "@/app/classpath")),
                Optional.empty(),
                new java.util.TreeMap<>(Map.of("LANG", "C", "EVIL", "\u001b[31m")).descendingMap(),
                Map.of(),
                Set.of(),
                Set.of(),
                JsonObject.empty());
        ImageConfig config = new ImageConfig(
                Platform.parse(name),
                Optional.of("2026-01-01T00:00:00Z"),
                Optional.empty(),
                runtime,
                List.of(),
                List.of(),
                JsonObject.empty());
        return new PlatformContents("shop/cart:1.0", Platform.parse(name), blob("index", 1), config, List.of(layers));
    }

    private static Descriptor blob(String name, long size) {
        return Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(name.getBytes(StandardCharsets.UTF_8)), size);
    }
}
