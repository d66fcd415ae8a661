package dev.layered.base;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.layer.Compression;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.plan.PlannedLayer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OnBaseTest {

    private final ImageTree tree = new ImageTree();

    @Test
    void putNamesTheFoldersAboveAFileAsTheBaseHasThem() {
        tree.put(SampleEntry.folder("tmp", 01777, 0));
        tree.put(SampleEntry.folder("home"));
        tree.put(SampleEntry.folder("home/cart", 0700, 1000));

        List<LayerEntry> entries = put("app", "home/cart/conf/a", "tmp/b");

        assertThat(entries)
                .contains(
                        folder("tmp", 01777, 0),
                        folder("home", 0755, 0),
                        folder("home/cart", 0700, 1000),
                        file("home/cart/conf/a"),
                        file("tmp/b"));
        assertThat(paths(entries)).as("what nobody has is completed later").doesNotContain("home/cart/conf");
    }

    @Test
    void putFollowsTheLinksOfTheBaseAboveAFile() {
        tree.put(SampleEntry.folder("usr"));
        tree.put(SampleEntry.folder("usr/lib", 0755, 0));
        tree.put(SampleEntry.link("lib", "usr/lib"));

        assertThat(paths(put("app", "lib/cart.so"))).containsExactly("usr", "usr/lib", "usr/lib/cart.so");
    }

    @Test
    void putLooksNothingUpBelowTheApplicationsRoot() {
        tree.put(SampleEntry.folder("app", 0700, 1000));
        tree.put(SampleEntry.link("app/libs", "/elsewhere"));

        assertThat(put("app", "app/libs/a.jar")).containsExactly(file("app/libs/a.jar"));
    }

    @Test
    void putLooksUpTheFoldersAboveTheApplicationsRootAndNotTheRootItself() {
        tree.put(SampleEntry.folder("home", 0711, 0));
        tree.put(SampleEntry.folder("home/cart", 0700, 1000));

        assertThat(put("home/cart", "home/cart/libs/a.jar"))
                .containsExactly(folder("home", 0711, 0), file("home/cart/libs/a.jar"));
    }

    @Test
    void putKeepsTheBasesFolderWhereOursIsNothingSpecial() {
        tree.put(SampleEntry.folder("tmp", 01777, 0));
        LayerEntry asked = new LayerEntry("tmp", new Content.Directory(), 0700, 5, 5, LayerEntry.DEFAULT_TIME);

        assertThat(put("app", layer("a", LayerEntry.directory("tmp")))).containsExactly(folder("tmp", 01777, 0));
        assertThat(put("app", layer("b", asked))).containsExactly(asked);
    }

    @Test
    void putOfAFolderWhereTheBaseHasALinkGoesWhereTheLinkLeads() {
        tree.put(SampleEntry.folder("run", 0755, 0));
        tree.put(SampleEntry.link("var/run", "/run"));

        assertThat(paths(put("app", layer("a", LayerEntry.directory("var/run"), file("var/run/x")))))
                .containsExactly("run", "run/x");
    }

    @Test
    void putOfAFolderThatALinkMakesTheRootNeedsNoEntry() {
        tree.put(SampleEntry.link("host", "/"));

        assertThat(paths(put("app", layer("a", LayerEntry.directory("host"), file("host/x")))))
                .containsExactly("x");
    }

    @Test
    void putKnowsTheFoldersOfOurLowerLayers() {
        LayerEntry data = new LayerEntry("data", new Content.Directory(), 0770, 7, 7, LayerEntry.DEFAULT_TIME);
        List<PlannedLayer> layers = new OnBase(tree, new ApplicationRoot("app"), "oci:base")
                .put(List.of(layer("lower", data), layer("upper", file("data/x"))));

        assertThat(layers.get(1).entries()).containsExactly(data, file("data/x"));
    }

    @Test
    void putOfAFileInThePlaceOfAFolderFails() {
        tree.put(SampleEntry.folder("etc"));

        assertFailure(() -> put("app", "etc", "usr/x"))
                .hasId("base-folder")
                .what("'/etc' is a folder of the base image 'oci:base', which a file or link in its place would remove"
                        + " with all that is in it.")
                .where("'/etc'")
                .fix("give the file another path in the image");
    }

    @Test
    void putBelowAFileOfTheBaseFails() {
        tree.put(SampleEntry.folder("etc"));
        tree.put(SampleEntry.file("etc/passwd"));

        assertFailure(() -> put("app", "etc/passwd/x"))
                .hasId("base-file")
                .what("'/etc/passwd/x' would stand below '/etc/passwd', which is no folder in the base image"
                        + " 'oci:base'.")
                .where("'/etc/passwd/x'")
                .fix("give the file another path in the image");
    }

    @Test
    void putOfTwoPathsThatALinkMakesOneFails() {
        tree.put(SampleEntry.link("lib", "usr/lib"));

        assertFailure(() -> put("app", "lib/a", "usr/lib/a"))
                .hasId("path-twice")
                .what("Two files would stand at '/usr/lib/a' of the image, where a link of the base leads.")
                .where("'/lib/a' and '/usr/lib/a'")
                .fix("remove or rename one of the two");
    }

    private List<LayerEntry> put(String root, String... files) {
        return put(root, layer("extra", Stream.of(files).map(OnBaseTest::file).toArray(LayerEntry[]::new)));
    }

    private List<LayerEntry> put(String root, PlannedLayer layer) {
        return new OnBase(tree, new ApplicationRoot(root), "oci:base")
                .put(List.of(layer))
                .get(0)
                .entries();
    }

    private static PlannedLayer layer(String name, LayerEntry... entries) {
        return new PlannedLayer(name, List.of(entries), Compression.GZIP);
    }

    private static LayerEntry file(String path) {
        return LayerEntry.file(path, new Content.OfBytes(new byte[] {1}), false);
    }

    private static LayerEntry folder(String path, int mode, long owner) {
        return new LayerEntry(path, new Content.Directory(), mode, owner, owner, SampleEntry.TIME);
    }

    private static List<String> paths(List<LayerEntry> entries) {
        return entries.stream().map(LayerEntry::path).toList();
    }
}
