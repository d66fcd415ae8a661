package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LayerStackTest {

    private final LayerStack stack = new LayerStack();

    private static PlacedFile file(String path, String from) {
        Content bytes = new Content.OfBytes(from.getBytes(StandardCharsets.UTF_8));
        return new PlacedFile("any", LayerEntry.file(path, bytes, false), from, false);
    }

    private static PlacedFile folder(String path, int mode) {
        LayerEntry entry = new LayerEntry(path, new Content.Directory(), mode, 0, 0, LayerEntry.DEFAULT_TIME);
        return new PlacedFile("any", entry, "folder " + path, false);
    }

    private static PlacedFile overriding(PlacedFile file) {
        return new PlacedFile(file.layer(), file.entry(), file.from(), true);
    }

    /** Returns path and mode of each entry of the layer. */
    private List<String> add(PlacedFile... files) {
        return stack.add(List.of(files)).stream()
                .map(entry -> entry.path() + " " + Integer.toOctalString(entry.mode()))
                .toList();
    }

    private Stream<String> ids() {
        return stack.problems().stream().map(Problem::id);
    }

    @Test
    void addWhenTheUpperOneMayOverrideKeepsBothLayers() {
        assertThat(add(file("a", "lower"))).containsExactly("a 644");
        assertThat(add(overriding(file("a", "upper")))).containsExactly("a 644");
        assertThat(stack.problems()).isEmpty();
    }

    @Test
    void addWhenOnlyTheLowerOneMayOverrideIsAMistake() {
        add(overriding(file("a", "lower")));
        add(file("a", "upper"));
        assertThat(stack.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("path-twice");
            assertThat(problem.what()).isEqualTo("Two files would stand at '/a' of the image.");
            assertThat(problem.where()).isEqualTo("lower and upper");
        });
    }

    @Test
    void addWhenBothAreInOneLayerTakesTheOneThatMayOverride() {
        PlacedFile first = file("a", "first");
        PlacedFile second = overriding(file("a", "second"));
        assertThat(stack.add(List.of(first, second))).containsExactly(second.entry());
        assertThat(new LayerStack().add(List.of(second, first))).containsExactly(second.entry());
        assertThat(stack.problems()).isEmpty();
    }

    @Test
    void addWhenBothAreInOneLayerAndNoneMayOverrideIsAMistake() {
        add(file("a", "first"), file("a", "second"));
        assertThat(ids()).containsExactly("path-twice");
    }

    @Test
    void addWhenEqualFoldersStandTwiceIsFine() {
        assertThat(add(folder("a", 0750), folder("a", 0750))).containsExactly("a 750");
        assertThat(add(folder("a", 0750))).containsExactly("a 750");
        assertThat(stack.problems()).isEmpty();
    }

    @Test
    void addWhenFoldersDifferIsAMistake() {
        add(folder("a", 0750));
        add(folder("a", 0700));
        assertThat(stack.problems())
                .singleElement()
                .extracting(Problem::what)
                .isEqualTo("Two folders of different modes or owners would stand at '/a' of the image.");
    }

    @Test
    void addRepeatsAFolderWhereALayerAboveNeedsItAsAParent() {
        add(folder("a", 0750), file("a/b", "b"));
        assertThat(add(file("a/c/d", "d"))).containsExactly("a 750", "a/c/d 644");
        assertThat(add(file("x", "x"))).containsExactly("x 644");
        assertThat(stack.problems()).isEmpty();
    }

    @Test
    void addWhenSomethingIsBelowAFileIsAMistakeInEitherOrder() {
        add(file("a", "a file"));
        add(file("a/b/c", "below"));
        add(file("x/y", "child"));
        add(overriding(file("x", "over")));
        add(file("p", "parent"), file("p/q", "q"));
        assertThat(ids().distinct()).containsExactly("path-below");
        assertThat(stack.problems().get(0).what()).isEqualTo("'/a/b/c' would be below '/a', which is no folder.");
        assertThat(stack.problems().get(0).where()).isEqualTo("below and a file");
        assertThat(stack.problems().get(1).what()).isEqualTo("'/x/y' would be below '/x', which is no folder.");
        assertThat(stack.problems().get(2).what()).isEqualTo("'/p/q' would be below '/p', which is no folder.");
    }
}
