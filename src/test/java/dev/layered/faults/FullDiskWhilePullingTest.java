package dev.layered.faults;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.build.PublishedBase;
import dev.layered.build.TestProject;
import dev.layered.outcome.BuildLog;
import dev.layered.real.RealTool;
import dev.layered.real.SmallDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A layer of a registry's base image that does not go onto the disk of the store. */
@Timeout(120)
final class FullDiskWhilePullingTest {

    @TempDir
    Path folder;

    @Test
    void buildWhenTheBaseDoesNotFitTellsAndTheNextSucceeds() throws IOException {
        assumeTrue(RealTool.mayMount("a full disk"));
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 4);
                PublishedBase base = PublishedBase.start()) {
            TestProject.in(folder.resolve("base"))
                    .with("libs/noise-1.0.jar", HexFormat.of().formatHex(noise))
                    .build();
            base.put(TestProject.in(folder.resolve("base")).build(), "21");
            TestProject input = TestProject.in(folder.resolve("app"));
            TestProject app = TestProject.of(input.folder, folder.resolve("output"), folder.resolve("disk/store"))
                    .from(base.name("21"))
                    .registries(base::registries);
            app.log(new FillingLog(disk, 30));

            assertFailure(app::build)
                    .hasId("disk-full")
                    .whatContains("The disk is full: ", " are free.")
                    .isOutside();

            assertThat(BuiltFiles.temporary(folder.resolve("disk"))).isEmpty();
            disk.clear();
            app.log(BuildLog.SILENT);
            assertThat(app.build().unchanged()).isFalse();
        }
    }
}
