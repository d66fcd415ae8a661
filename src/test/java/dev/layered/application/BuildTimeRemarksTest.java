package dev.layered.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import dev.layered.layer.Content;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.StandardLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildTimeRemarksTest {

    @TempDir
    private Path folder;

    private PlacedFile jar(Content.Form form) throws IOException {
        Path jar = folder.resolve("prices-1.0.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write("Manifest-Version: 1.0\nBuild-Time: noon\n".getBytes());
        }
        return PlacedFile.of(StandardLayer.MODULES, "app/libs/prices-1.0.jar", new Content.OfFile(jar, form));
    }

    @Test
    void onWhenAModuleTellsOfItsBuildNamesTheLayerAndTheFile() throws IOException {
        SamplePlan plan = SamplePlan.in(folder).placed(jar(Content.Form.TIMELESS_JAR));

        List<Problem> remarks = BuildTimeRemarks.on(plan.plan());

        assertThat(remarks).extracting(Problem::id).containsExactly("build-time");
        assertThat(remarks.get(0).what())
                .isEqualTo("The layer 'modules' is new in every build, though the source be the same: Build-Time in"
                        + " META-INF/MANIFEST.MF of prices-1.0.jar tells when it was built.");
    }

    @Test
    void onWhenAResourceTellsOfItsBuildNamesIt() {
        SamplePlan plan = SamplePlan.in(folder)
                .file(StandardLayer.RESOURCES, "app/resources/git.properties", "git.build.time=noon\n")
                .file(StandardLayer.RESOURCES, "app/resources/other.properties", "a=b\n");

        assertThat(BuildTimeRemarks.on(plan.plan()).get(0).what()).contains("git.build.time in git.properties tells");
    }

    @Test
    void onWhenAJarIsOfOthersSaysNothing() throws IOException {
        assertThat(BuildTimeRemarks.on(
                        SamplePlan.in(folder).placed(jar(Content.Form.AS_IS)).plan()))
                .isEmpty();
    }
}
