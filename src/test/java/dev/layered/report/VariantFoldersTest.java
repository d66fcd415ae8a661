package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VariantFoldersTest {

    @TempDir
    private Path output;

    private Path write(String name) throws IOException {
        Path file = output.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "told");
    }

    @Test
    void keepDeletesWhatIsToldOfImagesThatAreGone() throws IOException {
        Path own = write("plan.json");
        Path there = write("variants/cuda/plan.json");
        Path gone = write("variants/rocm/deep/plan.json");

        VariantFolders.keep(Set.of("cuda"), output);

        assertThat(own).exists();
        assertThat(there).exists();
        assertThat(gone.getParent().getParent()).doesNotExist();
        VariantFolders.keep(Set.of(), output);
        assertThat(output.resolve("variants")).isEmptyDirectory();
    }

    @Test
    void keepPushesLeavesWhatBuildsTold() throws IOException {
        Path built = write("variants/rocm/image.digest");
        Path pushed = write("variants/rocm/push.json");
        Path plan = write("variants/rocm/push.plan.json");
        Path there = write("variants/cuda/push.json");

        VariantFolders.keepPushes(Set.of("cuda"), output);

        assertThat(built).exists();
        assertThat(there).exists();
        assertThat(pushed).doesNotExist();
        assertThat(plan).doesNotExist();
    }

    @Test
    void keepWhenThereIsNoneDoesNothing() {
        VariantFolders.keep(Set.of(), output);
        assertThat(output).isEmptyDirectory();
    }
}
