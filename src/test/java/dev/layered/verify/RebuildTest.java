package dev.layered.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.layered.failure.FailureAssert;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.BuildFiles;
import dev.layered.place.TestPlaces;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.StandardLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers made again, class paths, and records that contradict themselves. */
final class RebuildTest {

    @TempDir
    private Path folder;

    private BuiltSample built;

    @BeforeEach
    void build() {
        built = BuiltSample.of(ImageVerifierTest.sample(folder), folder);
    }

    private void changeRecord(String from, String to) throws IOException {
        Path record = built.output.resolve("image.plan.json");
        String text = Files.readString(record);
        assertThat(text).contains(from);
        Files.writeString(record, text.replace(from, to));
    }

    @Test
    void rebuildWhenALayerWasMadeOtherwiseTellsDigestSizeAndDiffId() {
        byte[] tar = built.tar(0, 1);
        built.changeLayer(0, 1, Arrays.copyOf(tar, tar.length + 512));
        assertThat(built.verify(false).faults()).isEmpty();
        built.assertFaults(true)
                .hasIds("verify-rebuild", "verify-rebuild", "verify-rebuild")
                .problem(2)
                .whatContains("Made again, the layer has the diffID sha256:", ", in the image it has sha256:")
                .where("layer resources of the image for linux/amd64");
    }

    @Test
    void rebuildWhenSourcesChangedNamesEachOfThem() throws IOException {
        Path a = Files.writeString(folder.resolve("app/resources/a.txt"), "another");
        Path b = folder.resolve("app/resources/b.txt");
        Files.delete(b);
        assertThat(built.verify(false).faults()).isEmpty();
        built.assertFaults(true).hasIds("verify-source", "verify-source");
        built.assertFaults(true)
                .problem(0)
                .what("The file '" + a + "' is not what it was when the image was built, so that the layer cannot be"
                        + " made again.")
                .fix("build the image again, or bring the file back");
        built.assertFaults(true).problem(1).whatContains(b.toString());
    }

    @Test
    void rebuildWhenNoRecordBelongsToTheImageSaysSo() {
        BuiltSample other =
                BuiltSample.of(ImageVerifierTest.sample(folder.resolve("b")).on("linux/arm64"), folder.resolve("b"));
        BuildFiles files = new BuildFiles(folder, built.output);
        VerifyOutcome outcome = ImageVerifier.at(
                        TestPlaces.onDisk(folder).at("oci:" + other.output.resolve("image")), files, BuildLog.SILENT)
                .verify(true);
        assertThat(outcome.faults()).extracting("id").containsExactly("verify-record");
    }

    @Test
    void verifyWhenTheRecordContradictsItsKeysTells() throws IOException {
        changeRecord(
                "\"path\": \"/app/resources/a.txt\",\n          \"mode\": \"0644\"",
                "\"path\": \"/app/resources/a.txt\",\n          \"mode\": \"0600\"");
        built.assertFaults().hasIds("verify-entry", "verify-key");
        built.assertFaults()
                .problem(1)
                .whatContains("The entries of the layer 'resources' give the key sha256:")
                .where("image.plan.json");
    }

    @Test
    void verifyWhenAnArtifactIsNotInItsLayerNamesIt() throws IOException {
        changeRecord(
                "\"layer\": \"dependencies\",\n          \"reason\": \"small\",\n          \"source\": \"repository/h_b_1.jar\"",
                "\"layer\": \"classes\",\n          \"reason\": \"small\",\n          \"source\": \"repository/h_b_1.jar\"");
        built.assertFaults()
                .hasId("verify-class-path")
                .what("The artifact 'h:b:1' is not in its layer 'classes'.")
                .where("the image for linux/amd64");
    }

    @Test
    void verifyWhenAJarIsMissingTellsOfLayerAndClassPath() {
        built.changeLayer(
                0,
                0,
                SampleTar.with(
                        built.tar(0, 0),
                        parts -> parts.removeIf(part -> part.entry().path().endsWith("b-1.jar"))));
        built.assertFaults().hasId("verify-entry").what("'/app/libs/b-1.jar' is missing in the layer.");
    }

    @Test
    void verifyWhenTheClassPathIsAnothersTells() {
        assertClassPath("/app/classes:/app/libs/b-1.jar:/app/libs/a-1.jar")
                .what("The class path in the argument file is not that of Maven: as library 1, g:a:1 should be, but"
                        + " there is 'h_b_1.jar'.");
        assertClassPath("/app/classes:/app/libs/a-1.jar")
                .what("The class path in the argument file is not that of Maven: as library 2, h:b:1 should be, but"
                        + " there is nothing.");
        assertClassPath("/app/libs/a-1.jar:/app/libs/b-1.jar:/app/libs/c.jar:/opt/x.jar")
                .what("The class path in the argument file names '/app/libs/c.jar', which is not in the image.");
    }

    private FailureAssert assertClassPath(String classpath) {
        SamplePlan plan = SamplePlan.in(folder)
                .made(StandardLayer.START, "app/classpath", classpath)
                .artifacts(5, "g:a:1", "h:b:1");
        return BuiltSample.of(plan, folder).assertFaults().hasId("verify-class-path");
    }

    @Test
    void verifyWhenTheClassPathIsQuotedReadsIt() {
        SamplePlan plan = SamplePlan.in(folder)
                .made(StandardLayer.START, "app/classpath", "\"/a b:/app/libs/a-1.jar\"")
                .artifacts(5, "g:a:1");
        assertThat(BuiltSample.of(plan, folder).verify(false).faults()).isEmpty();
    }

    @Test
    void verifyWhenALayerHidesAFileOfALowerOneWarns() throws IOException {
        changeRecord("\"path\": \"/app/classes/App.class\"", "\"path\": \"/app/resources/a.txt\"");
        assertThat(built.verify(false).warnings())
                .extracting("id", "what")
                .containsExactly(
                        tuple("verify-hidden", "Of a lower layer is hidden: /app/resources/a.txt by layer classes."));
    }
}
