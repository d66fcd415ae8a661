package dev.layered.base;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.tar.TarEntry;
import org.junit.jupiter.api.Test;

final class ImageTreeTest {

    private final ImageTree tree = new ImageTree();

    @Test
    void resolveFollowsRelativeAndAbsoluteLinksAndKeepsWhatIsNotThere() {
        tree.put(SampleEntry.folder("usr/lib"));
        tree.put(SampleEntry.link("lib", "usr/lib"));
        tree.put(SampleEntry.link("usr/lib/jvm", "/opt/java"));
        tree.put(SampleEntry.link("usr/up", "../var/./x//y"));

        assertThat(tree.resolve("lib/cart")).isEqualTo("usr/lib/cart");
        assertThat(tree.resolve("lib/jvm/bin")).isEqualTo("opt/java/bin");
        assertThat(tree.resolve("usr/up/z")).isEqualTo("var/x/y/z");
        assertThat(tree.resolve("nothing/here")).isEqualTo("nothing/here");
    }

    @Test
    void resolveStopsAtTheRootOfTheImage() {
        tree.put(SampleEntry.link("out", "../../../etc"));

        assertThat(tree.resolve("out/passwd")).isEqualTo("etc/passwd");
    }

    @Test
    void resolveWhenLinksRunInACircleFails() {
        tree.put(SampleEntry.link("a", "b"));
        tree.put(SampleEntry.link("b", "a"));

        assertFailure(() -> tree.resolve("a/x"))
                .hasId("base-link")
                .what("The links of the base image at '/a/x' lead in a circle.")
                .where("the base image")
                .fix("put the files elsewhere in the image, or choose another base");
    }

    @Test
    void inParentLeavesTheLastPartAsItIs() {
        tree.put(SampleEntry.link("lib", "usr/lib"));
        tree.put(SampleEntry.link("usr/lib/x", "/y"));

        assertThat(tree.inParent("lib/x")).isEqualTo("usr/lib/x");
        assertThat(tree.inParent("lib")).isEqualTo("lib");
    }

    @Test
    void putOfAFileTakesThePlaceOfAFolderAndOfWhatIsInIt() {
        tree.put(SampleEntry.folder("etc"));
        tree.put(SampleEntry.file("etc/passwd"));
        tree.put(SampleEntry.file("etc-too"));
        tree.put(SampleEntry.file("etc"));

        assertThat(tree.at("etc/passwd")).isEmpty();
        assertThat(tree.at("etc-too")).isPresent();
        assertThat(tree.at("etc")).map(TarEntry::kind).contains(TarEntry.Kind.FILE);
    }

    @Test
    void hasFolderOfOneThatNoLayerNames() {
        tree.put(SampleEntry.file("etc/pki/ca-trust/x"));
        tree.put(SampleEntry.folder("etc/ssl"));

        assertThat(tree.hasFolder("etc/pki")).isTrue();
        assertThat(tree.hasFolder("etc/ssl")).isTrue();
        assertThat(tree.hasFolder("etc/pki/ca")).isFalse();
        assertThat(tree.hasFolder("etc/pki/ca-trust/x")).isFalse();
    }

    @Test
    void endingWithFindsFilesAndLinks() {
        tree.put(SampleEntry.file("opt/lib/security/cacerts"));
        tree.put(SampleEntry.link("usr/lib/security/cacerts", "/x"));
        tree.put(SampleEntry.file("lib/security/cacerts.bak"));

        assertThat(tree.endingWith("/lib/security/cacerts"))
                .containsExactly("opt/lib/security/cacerts", "usr/lib/security/cacerts");
    }

    @Test
    void putOfAFolderKeepsWhatIsInIt() {
        tree.put(SampleEntry.folder("etc"));
        tree.put(SampleEntry.file("etc/passwd"));
        tree.put(SampleEntry.folder("etc"));

        assertThat(tree.at("etc/passwd")).isPresent();
    }
}
