package dev.layered.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.plan.LayeringChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real histories against the automatic layering: what they cost, as multiples of the ideal, must not grow. The figures
 * are those of two projects, each release by release and change by change ({@code -fine}).
 *
 * <p>{@code -Dreplay.folder=DIR} prints the same table for other histories.
 */
final class HistoryReplayTest {

    private static final Path OURS = Path.of("src/test/resources/dev/layered/suggest/history");

    /** Half of what a figure of three decimals leaves open. */
    private static final double ROUNDING = 0.0005;

    private static List<HistoryFile> histories;

    @BeforeAll
    static void read() throws IOException {
        histories = HistoryFile.in(OURS);
    }

    private static double mean(boolean fine, ToDoubleFunction<Transfers> figure) {
        ImageDivision automatic = ImageDivision.planned(List.of(), LayeringChoice.DEFAULT);
        return ReplayTable.mean(histories.stream()
                .filter(history -> history.name().endsWith("-fine") == fine)
                .map(history -> figure.applyAsDouble(Replay.of(history.images(), automatic)))
                .toList());
    }

    @Test
    void automaticLayeringIsNoWorseThanRecorded() {
        assertThat(histories)
                .extracting(HistoryFile::name)
                .containsExactly("dtrack", "dtrack-fine", "zipkin", "zipkin-fine");
        assertThat(mean(true, Transfers::uploadRatio)).isLessThanOrEqualTo(1.421 + ROUNDING);
        assertThat(mean(true, Transfers::chainRatio)).isLessThanOrEqualTo(3.093 + ROUNDING);
        assertThat(mean(false, Transfers::uploadRatio)).isLessThanOrEqualTo(1.185 + ROUNDING);
        assertThat(mean(false, Transfers::chainRatio)).isLessThanOrEqualTo(1.622 + ROUNDING);
    }

    @Test
    void automaticLayeringKeepsToItsLayers() {
        ImageDivision automatic = ImageDivision.planned(List.of(), LayeringChoice.DEFAULT);
        for (HistoryFile history : histories) {
            assertThat(Replay.of(history.images(), automatic).layers()).isLessThanOrEqualTo(24 + 4 + 1);
        }
    }

    @Test
    void figuresInTheDocumentationAreThese() throws IOException {
        assertThat(Path.of("docs/layers.md")).content().contains(String.join("\n", ReplayTable.lines(histories)));
    }

    @Test
    void figuresOfAFolderArePrinted() throws IOException {
        String folder = System.getProperty("replay.folder");
        List<HistoryFile> shown = folder == null ? histories : HistoryFile.in(Path.of(folder));
        assertThat(shown).as("histories in " + folder).isNotEmpty();
        ReplayTable.lines(shown).forEach(System.out::println);
    }
}
