package dev.layered.layer;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.tar.TarEntry;
import dev.layered.tar.TestTar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayerListingTest {

    @Test
    void ofTellsEntriesByPathAndWhiteoutsApart() throws IOException {
        LayerListing listing = of(new TestTar()
                .file("z", "last")
                .directory("a/")
                .file("a/.wh.gone", "")
                .file(".wh.top", "")
                .file("a/.wh..wh..opq", "")
                .file(".wh..wh..opq", "")
                .file(".wh..wh.aufs", "")
                .directory(".wh..wh.plnk/")
                .file("a/.wh..wh.orph/x", "")
                .link("b", "a")
                .file("z", "first"));
        assertThat(listing.entries().keySet()).containsExactly("a", "b", "z");
        assertThat(listing.entries().get("z").size()).isEqualTo(5);
        assertThat(listing.removed()).containsExactly("a/gone", "top");
        assertThat(listing.opaque()).containsExactly("", "a");
    }

    @Test
    void ofWhenAWhiteoutNamesNothingTakesNothingAway() throws IOException {
        LayerListing listing = of(new TestTar().file(".wh.", "").file("a/.wh.", ""));

        assertThat(listing.removed()).isEmpty();
    }

    @Test
    void ofWhenDamagedFails() {
        assertFailure(() -> LayerListing.of(new ByteArrayInputStream(new byte[0]), "layer"))
                .hasId("tar-unreadable");
    }

    @Test
    void parseOfTextGivesTheListing() throws IOException {
        LayerListing listing = of(new TestTar()
                .file("./odd\tname\n\\n\r\u0001", "x")
                .file("", "")
                .hardLink("hard", "odd")
                .link("l\\", "a\tb")
                .file("a/.wh.g\nne", "")
                .file("b/.wh..wh..opq", ""));
        assertThat(LayerListing.parse(listing.text())).contains(listing);
    }

    @Test
    void parseOfTextOfAHundredThousandEntriesGivesTheListing() throws IOException {
        TestTar tar = new TestTar();
        for (int i = 0; i < 100_000; i++) {
            tar.directory("folder" + i);
        }
        LayerListing listing = of(tar);
        assertThat(LayerListing.parse(listing.text())).contains(listing);
    }

    @Test
    void parseOfDamagedTextIsEmpty() throws IOException {
        String text = of(new TestTar().file("a", "x").file(".wh.b", "")).text();
        String entry = text.lines().toList().get(1);
        for (String damaged : List.of(
                "",
                "x",
                text.substring(0, text.length() - 2),
                text.substring(text.indexOf('\n') + 1),
                text.replace("listing-1", "listing-2"),
                text.replace("FILE", "FILM"),
                text.replace(entry, entry + "\tmore"),
                text.replace(entry, entry.replace("644", "9")),
                text.replace(entry, entry.replace("\t3\t", "\t99999999999999999\t")),
                text.replace("\tb", "\t\\b"),
                text.replace("\tb", "\tb\\"))) {
            assertThat(LayerListing.parse(damaged)).as(damaged).isEmpty();
        }
    }

    @Test
    void parseOfTextWithFlippedBitsNeverThrows() throws IOException {
        String text = of(new TestTar().file("a", "x").file(".wh.b", "").directory("c"))
                .text();
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            char[] damaged = text.toCharArray();
            damaged[random.nextInt(damaged.length)] ^= (char) (1 << random.nextInt(7));
            LayerListing.parse(new String(damaged))
                    .ifPresent(listing -> assertThat(listing.entries())
                            .allSatisfy((path, read) -> assertThat(read).isInstanceOf(TarEntry.class)));
        }
    }

    private static LayerListing of(TestTar tar) throws IOException {
        return LayerListing.of(new ByteArrayInputStream(tar.bytes()), "layer");
    }
}
