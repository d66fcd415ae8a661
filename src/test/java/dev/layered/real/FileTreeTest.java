package dev.layered.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What judges others must see every difference itself. */
class FileTreeTest {

    @TempDir
    Path folder;

    /** Puts something into a layer. */
    private interface Filling {
        void into(LayerTar tar) throws IOException;
    }

    @Test
    void expectWhenBothAreEqualPasses() throws IOException {
        tree(FileTreeTest::usual).expect("a reader", tree(FileTreeTest::usual));
        assertThat(tree(FileTreeTest::usual).at("/a")).isEqualTo("FOLDER 1750 7:7 1970-01-01T00:00:09Z ");
        assertThat(tree(FileTreeTest::usual).at("/a/l")).isEqualTo("LINK 0777 7:7 1970-01-01T00:00:09Z f");
    }

    @Test
    void expectWhenAnythingDiffersTellsThePathAndBoth() throws IOException {
        byte[] none = new byte[0];
        differs("/a", tar -> usual(tar.time(9).owner(7), 0750, none, "f"));
        differs("/a/f", tar -> usual(tar.time(9).owner(7), 01750, new byte[1], "f"));
        differs("/a/l", tar -> usual(tar.time(9).owner(7), 01750, none, "g"));
        differs("/a/l", tar -> usual(tar.time(8).owner(7), 01750, none, "f"));
        differs("/a/l", tar -> usual(tar.time(9).owner(8), 01750, none, "f"));
        differs("/b", tar -> usual(tar.time(9).owner(7), 01750, none, "f").directory("b", 0755));
        differs("/a/l", tar -> tar.time(9).owner(7).directory("a", 01750).file("a/f", none, 0600));
    }

    @Test
    void withKeepsFoldersAndReplacesAllElse() throws IOException {
        FileTree upper = tree(tar -> tar.directory("a", 0755).file("a/f", new byte[1], 0644));
        FileTree both = tree(FileTreeTest::usual).with(upper);
        assertThat(both.at("/a")).isEqualTo(tree(FileTreeTest::usual).at("/a"));
        assertThat(both.at("/a/f")).isEqualTo(upper.at("/a/f"));
    }

    @Test
    void withoutLeavesOutWhatMatchesAsAWhole() throws IOException {
        FileTree rest = tree(FileTreeTest::usual).without(Pattern.compile("/a/f|/a/"));
        assertThat(rest.at("/a/f")).isEqualTo("null");
        assertThat(rest.at("/a/l")).startsWith("LINK");
    }

    private void differs(String path, Filling found) {
        assertThatThrownBy(() -> tree(FileTreeTest::usual).expect("a reader", tree(found)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("a reader:\n")
                .hasMessageContaining(path + "\n  expected ");
    }

    private static void usual(LayerTar tar) throws IOException {
        usual(tar.time(9).owner(7), 01750, new byte[0], "f");
    }

    private static LayerTar usual(LayerTar tar, int mode, byte[] content, String target) throws IOException {
        return tar.directory("a", mode).file("a/f", content, 0600).link("a/l", target);
    }

    private FileTree tree(Filling filling) throws IOException {
        Path file = Files.createTempFile(folder, "layer", ".tar.gz");
        try (LayerTar tar = new LayerTar(file)) {
            filling.into(tar);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return FileTree.ofTar(in);
        }
    }
}
