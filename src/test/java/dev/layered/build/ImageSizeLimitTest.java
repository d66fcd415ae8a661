package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.BuildLog;
import dev.layered.plan.SizeLimits;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit of the whole image, base and all. */
final class ImageSizeLimitTest {

    private static final int OURS = 27;

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private TestProject app;
    private long base;

    @BeforeEach
    void makeABase() {
        base = TestProject.in(folder.resolve("base")).build().image().platforms().get(0).layers().stream()
                .mapToLong(layer -> layer.descriptor().size())
                .sum();
        app = TestProject.in(folder.resolve("app"))
                .from("oci:" + folder.resolve("base/target/layered/image"))
                .log(new BuildLog() {
                    @Override
                    public void warning(String text) {
                        warnings.add(text);
                    }
                });
    }

    private TestProject limited(long most, boolean isTold) {
        SizeLimits.Limit limit = new SizeLimits.Limit(most, "<limits><image> in pom.xml:40");
        return app.sizes(new SizeLimits(Optional.of(limit), Optional.empty(), isTold));
    }

    @Test
    void buildWhenBaseAndOursFitExactlyIsMade() {
        assertThat(limited(base + OURS, false).build().image().platforms()).hasSize(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void buildWhenTheyAreAByteTooBigFailsBeforeAnythingIsWritten() throws IOException {
        assertFailure(() -> limited(base + OURS - 1, false).build())
                .hasId("limit-image")
                .whatContains("The image for linux/amd64 has ", base + " B of them the base's")
                .where("<limits><image> in pom.xml:40")
                .fix("leave out what is not needed, take a smaller base image, or raise the limit")
                .isMistake();

        assertThat(app.output).doesNotExist();
        try (Stream<Path> files = Files.walk(app.store)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void planWhenItIsTooBigWarns() {
        Store store = Store.forReading(app.store, BuildLog.SILENT);
        BuildLog log = new BuildLog() {
            @Override
            public void warning(String text) {
                warnings.add(text);
            }
        };

        new PlanPreview(app.folder, app.bases(store), store, log)
                .of(limited(base, true).plan(), List.of(), folder.resolve("output"));

        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("[limit-image]\n  where: <limits><image> in pom.xml:40");
    }
}
