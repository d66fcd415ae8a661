package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.PruneOutcome;
import dev.layered.outcome.PruneOutcome.Count;
import dev.layered.outcome.PruneOutcome.Group;
import dev.layered.outcome.StoredKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PruneTableTest {

    private static final Path STORE = Path.of("store");

    private static PruneOutcome outcome(boolean isDryRun) {
        Map<StoredKind, Group> groups = new EnumMap<>(StoredKind.class);
        groups.put(
                StoredKind.LAYER,
                new Group(new Count(12, 34_000_000), Count.NONE, Duration.ofMinutes(-1), Duration.ofHours(47)));
        groups.put(
                StoredKind.BASE_LAYER,
                new Group(
                        new Count(3, 90_000_000), new Count(2, 60_000_000), Duration.ofHours(3), Duration.ofDays(40)));
        return new PruneOutcome(STORE, groups, Map.of("v2", 1000L), isDryRun);
    }

    @Test
    void linesTellEachKindAndWhatWasDeleted() {
        assertThat(PruneTable.lines(outcome(false)))
                .containsExactly(
                        "In the local store store",
                        "               files      size  last used        deleted     size",
                        "  layers          12   34.0 MB  0 h to 47 h ago        -        -",
                        "  base layers      3   90.0 MB  3 h to 40 d ago        2  60.0 MB",
                        "  together        15  124.0 MB                         2  60.0 MB",
                        "left alone, because another version of this plugin wrote it: v2, 1.0 kB");
    }

    @Test
    void linesOfADryRunTellWhatWouldBeDeleted() {
        assertThat(PruneTable.lines(outcome(true)).get(1)).contains("to delete");
    }

    @Test
    void linesOfAnEmptyStoreSayThat() {
        assertThat(PruneTable.lines(new PruneOutcome(STORE, Map.of(), Map.of(), false)))
                .containsExactly("There is nothing in the local store store");
    }
}
