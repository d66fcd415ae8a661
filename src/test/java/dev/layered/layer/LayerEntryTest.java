package dev.layered.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerEntryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "./a",
                "a/..",
                "..",
                ".wh.x",
                "a/.wh..wh..opq",
                "a\nb",
                "a\u0000b",
                "a\u0085b",
                "a\ud800",
                "\udc00a"
            })
    void newWhenPathIsNoneFails(String path) {
        assertThat(Caught.mistake(() -> LayerEntry.directory(path)))
                .isEqualTo(new Problem(
                        "entry-path",
                        Shown.quoted(path) + " cannot be a path in an image.",
                        "a file of the image",
                        "rename the file: no empty, '.' or '..' part, no part that begins with '.wh.', no control"
                                + " characters, only what UTF-8 can write"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "...", "..a", ".whx", "a.wh.b", "grün/東京/😀", "a\\b", "c:d"})
    void newTakesOddButGoodPaths(String path) {
        assertThat(LayerEntry.directory(path).path()).isEqualTo(path);
    }

    @Test
    void newWhenModeOrOwnerIsOutOfRangeFails() {
        Content content = new Content.Directory();
        assertThatThrownBy(() -> new LayerEntry("a", content, 010000, 0, 0, LayerEntry.DEFAULT_TIME))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LayerEntry("a", content, 0644, -1, 0, LayerEntry.DEFAULT_TIME))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\ud800"})
    void newLinkWhenTargetIsNoneFails(String target) {
        assertThat(Caught.mistake(() -> new Content.Link(target)))
                .isEqualTo(new Problem(
                        "link-target",
                        Shown.quoted(target) + " cannot be the target of a link in an image.",
                        "a link of the image",
                        "make the link again: its target not empty, no control characters, only what UTF-8 can write"));
    }

    @Test
    void compareToOrdersAsBytesInUtf8() {
        List<LayerEntry> entries = new ArrayList<>();
        for (String path :
                List.of("a", "a-b", "a/b", "a/b/c", "ab", "é", "\uffee", "😀", "😁", "\ue000", "😀/x", "z")) {
            entries.add(LayerEntry.directory(path));
        }
        List<LayerEntry> byBytes = new ArrayList<>(entries);
        Comparator<byte[]> bytes = Arrays::compareUnsigned;
        byBytes.sort(Comparator.comparing(e -> e.path().getBytes(StandardCharsets.UTF_8), bytes));
        Collections.shuffle(entries, new Random(1));
        Collections.sort(entries);
        assertThat(entries).isEqualTo(byBytes);
    }
}
