package dev.layered.store;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.outcome.BuildLog;
import dev.layered.real.RealTool;
import dev.layered.real.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskNeedTest {

    private static final long MUCH = Long.MAX_VALUE / 4;

    @TempDir
    Path folder;

    @Test
    void checkWhenThereIsRoomOrNothingIsNeededSaysNothing() {
        Path absent = folder.resolve("not/yet");
        assertThatCode(() -> DiskNeed.check(DiskNeed.below(absent, 1), DiskNeed.below(absent, 0)))
                .doesNotThrowAnyException();
        Store looking = Store.forReading(folder.resolve("store"), BuildLog.SILENT);
        assertThatCode(() -> DiskNeed.check(looking.need(MUCH))).doesNotThrowAnyException();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void checkWhenADiskOfTheProjectIsTooSmallTellsTheFolder() {
        assertFailure(() -> DiskNeed.check(DiskNeed.below(folder, MUCH)))
                .hasId("disk-short")
                .whatContains("The disk may be too small: up to 2305843.0 TB are going to be written to it, and ")
                .where(folder.toString())
                .fix("free some space on that disk")
                .isOutside();
    }

    @Test
    void checkWhenTheDiskOfTheStoreIsTooSmallTellsHowToMakeRoom() {
        Path root = folder.resolve("store");
        Store store = Store.open(root, folder, BuildLog.SILENT);
        assertFailure(() -> DiskNeed.check(DiskNeed.below(folder, 1), store.need(MUCH)))
                .hasId("disk-short")
                .where(root.toString())
                .fix("free some space, e.g. by mvn layered:prune, or put the local store on another disk by"
                        + " -Dlayered.cache=<folder>");
    }

    @Test
    void checkAddsWhatGoesToOneDisk() throws IOException {
        long half = Files.getFileStore(folder).getUsableSpace() / 4 * 3;
        assertThatCode(() -> DiskNeed.check(DiskNeed.below(folder, half))).doesNotThrowAnyException();
        assertFailure(() -> DiskNeed.check(DiskNeed.below(folder, half), DiskNeed.below(folder.resolve("a"), half)))
                .hasId("disk-short")
                .where(folder.toString());
    }

    @Test
    void checkLooksAtEachDisk() throws IOException {
        assumeTrue(RealTool.mayMount("a small disk"));
        Path small = folder.resolve("small");
        try (SmallDisk disk = SmallDisk.at(small, 4)) {
            Store store = Store.open(folder.resolve("store"), folder, BuildLog.SILENT);
            assertThat(store.isBeside(small.resolve("image"))).isFalse();
            assertThat(store.isBeside(folder.resolve("image"))).isTrue();
            disk.leaveFree(10);
            assertThatCode(() -> DiskNeed.check(store.need(1_000_000), DiskNeed.below(small, 40_960)))
                    .doesNotThrowAnyException();
            assertFailure(() -> DiskNeed.check(store.need(1_000_000), DiskNeed.below(small, 40_961)))
                    .hasId("disk-short")
                    .what(
                            "The disk may be too small: up to 41.0 kB are going to be written to it, and 41.0 kB are free.")
                    .where(small.toString());
            disk.clear();
            disk.leaveFree(0);
            assertThatCode(() -> DiskNeed.check(DiskNeed.below(small, MUCH)))
                    .as("a disk that tells nothing, or is full, is left to who writes")
                    .doesNotThrowAnyException();
        }
    }
}
