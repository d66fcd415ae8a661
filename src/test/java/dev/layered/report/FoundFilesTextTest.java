package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.outcome.FileFacts;
import dev.layered.outcome.FilePlace;
import dev.layered.outcome.FilePlace.Standing;
import dev.layered.outcome.FoundFile;
import dev.layered.outcome.FoundFiles;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FoundFilesTextTest {

    private static final FoundFile FILE = new FoundFile(
            "/app/a",
            List.of(
                    place(1, "base", "file", Standing.HIDDEN, "sha256:12"),
                    place(2, "", "link", Standing.REMOVED, "../b"),
                    new FilePlace(3, "classes", Optional.empty(), Standing.REMOVES)));

    @Test
    void linesShowEachLayerThatHasThePath() {
        assertThat(FoundFilesText.lines(List.of(found("linux/amd64", List.of(FILE), 0)), false))
                .containsExactly(
                        "on linux/amd64:",
                        "  shop/cart:1.0",
                        "  /app/a",
                        "    layer 1 base     hidden   file  0644  1:2  1970-01-01T00:00:00Z  1.5 kB  sha256:12",
                        "    layer 2          removed  link  0644  1:2  1970-01-01T00:00:00Z          -> ../b",
                        "    layer 3 classes  removes",
                        "  not looked into: layer 4: It is damaged.");
    }

    @Test
    void linesWhenPlatformsSayTheSameShowThemOnce() {
        assertThat(FoundFilesText.lines(
                        List.of(
                                found("linux/amd64", List.of(FILE), 0),
                                found("linux/arm64", List.of(FILE), 0),
                                found("linux/s390x", List.of(), 0)),
                        false))
                .contains("on linux/amd64, linux/arm64:", "on linux/s390x:", "  nowhere");
    }

    @Test
    void linesWhenPathsAreManyCountTheRest() {
        assertThat(FoundFilesText.lines(List.of(found("linux/amd64", Collections.nCopies(15, FILE), 7)), false))
                .contains("  and 12 more paths");
        assertThat(FoundFilesText.lines(List.of(found("linux/amd64", Collections.nCopies(15, FILE), 7)), true))
                .contains("  and 7 more paths");
    }

    private static FoundFiles found(String platform, List<FoundFile> files, int more) {
        return new FoundFiles(
                "shop/cart:1.0", Platform.parse(platform), files, more, List.of("layer 4: It is damaged."));
    }

    private static FilePlace place(int number, String layer, String kind, Standing standing, String target) {
        return new FilePlace(
                number, layer, Optional.of(new FileFacts(kind, 0644, "1:2", Instant.EPOCH, 1500, target)), standing);
    }
}
