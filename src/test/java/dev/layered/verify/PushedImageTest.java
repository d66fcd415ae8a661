package dev.layered.verify;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.LayeredFailure;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.SampleOutcome;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.PublishedLayout;
import dev.layered.record.PlanRecord;
import dev.layered.report.PublishFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a push published, with nothing but its files left. */
final class PushedImageTest {

    @TempDir
    private Path folder;

    private BuiltSample built;
    private PublishedLayout published;

    @BeforeEach
    void push() throws IOException {
        built = BuiltSample.of(ImageVerifierTest.sample(folder), folder);
        published = PublishedLayout.of(built.output.resolve("image"));
        PublishFile.write(
                List.of(SampleOutcome.pushed(published.target(), published.name())), Duration.ZERO, built.output);
        PlanRecord.wasPushed(built.output);
        Files.delete(built.output.resolve("image").resolve("index.json"));
        Files.delete(built.output.resolve("image.json"));
        Files.delete(built.output.resolve(PlanRecord.OF_IMAGE));
    }

    @AfterEach
    void stop() {
        published.close();
    }

    private VerifyOutcome verify(boolean rebuild) {
        return ImageVerifier.own(built.files(), published.places(folder), BuildLog.SILENT)
                .get(0)
                .verify(rebuild);
    }

    @Test
    void ownWhenThereIsNoLayoutVerifiesWhatWasPushed() {
        VerifyOutcome outcome = verify(true);
        assertThat(outcome.location()).isEqualTo(published.name());
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.checks())
                .extracting("name")
                .containsExactly("documents", "layers", "record", "class path", "settings", "rebuild");
    }

    @Test
    void ownWhenTheTagWasMovedTells() {
        byte[] other = "{\"schemaVersion\":2,\"manifests\":[]}".getBytes(StandardCharsets.UTF_8);
        published.registry().contents().manifest("shop/cart", "1.0", "application/vnd.oci.image.index.v1+json", other);
        assertFailure(() -> {
                    throw LayeredFailure.mistakes(verify(false).faults());
                })
                .hasIds("verify-image", "verify-digest")
                .problem(1)
                .whatContains(published.target().digest().text())
                .where("target/layered/push.json")
                .fix("push it again, if nobody else meant to");
    }

    @Test
    void rebuildWhenASourceChangedTells() throws IOException {
        Files.writeString(folder.resolve("app/resources/a.txt"), "another");
        assertThat(verify(true).faults()).extracting("id").containsExactly("verify-source");
    }

    @Test
    void ownWhenTheRecordIsGoneTellsWhichOne() throws IOException {
        Files.delete(built.output.resolve(PlanRecord.OF_PUSH));
        assertFailure(() -> {
                    throw LayeredFailure.mistakes(verify(false).faults());
                })
                .hasId("verify-record")
                .where("target/layered/push.plan.json");
    }

    @Test
    void ownWhenPushJsonIsDamagedCountsAsNothingPushed() throws IOException {
        Files.writeString(built.output.resolve("push.json"), "{");
        assertFailure(() -> verify(false)).isMistake().hasId("verify-image");
    }
}
