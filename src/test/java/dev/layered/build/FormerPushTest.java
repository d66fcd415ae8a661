package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.base.BaseImages;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.SampleOutcome;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import dev.layered.plan.SampleIdentity;
import dev.layered.record.PlanRecord;
import dev.layered.report.PublishFile;
import dev.layered.store.KnownFiles;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FormerPushTest {

    private static final Digest IMAGE = Digest.of(new byte[] {1});

    @TempDir
    private Path folder;

    /** Leaves what a push leaves. */
    private TestProject pushed() throws IOException {
        TestProject project = TestProject.in(folder);
        Store store = Store.open(project.store, project.store, BuildLog.SILENT);
        BaseImages bases = project.bases(store);
        BasedPlan based = BasedPlan.of(project.plan(), bases, store, BuildLog.SILENT);
        KeyedPlan.of(based, KnownFiles.NONE).record(folder, project.output, PlanRecord.OF_PUSH);
        Descriptor target = Descriptor.of(MediaType.OCI_INDEX, IMAGE, 1);
        PublishFile.write(
                List.of(SampleOutcome.pushed(target, "shop/cart:1", "shop/cart:latest")),
                Duration.ZERO,
                project.output);
        return project;
    }

    private Optional<FormerPush> found(TestProject project) {
        return FormerPush.in(project.output);
    }

    private Optional<String> changed(TestProject project, String... names) {
        List<ImageName> all = Stream.of(names)
                .map(name -> new ImageName(name, Optional.empty()))
                .toList();
        ImageIdentity wanted = SampleIdentity.only(names[0], List.of(all));
        return found(project).orElseThrow().changed(wanted, folder, Map.of(), KnownFiles.NONE);
    }

    @Test
    void inWhenAFileOfThePushIsMissingOrDamagedIsEmpty() throws IOException {
        TestProject project = pushed();
        assertThat(found(project))
                .map(FormerPush::digests)
                .contains(Map.of("shop/cart:1", IMAGE, "shop/cart:latest", IMAGE));
        Path record = project.output.resolve(PlanRecord.OF_PUSH);
        Path aside = Files.move(record, folder.resolve("aside"));
        assertThat(found(project)).isEmpty();
        Files.move(aside, record);
        Files.writeString(project.output.resolve("push.json"), "{\"names\": [");
        assertThat(found(project)).isEmpty();
    }

    @Test
    void changedTellsANameThatWasNotPushed() throws IOException {
        TestProject project = pushed();
        assertThat(changed(project, "shop/cart:1", "shop/cart:latest")).isEmpty();
        assertThat(changed(project, "shop/cart:latest")).isEmpty();
        assertThat(changed(project, "shop/cart:1", "shop/cart:2")).contains("'shop/cart:2' was not among its names");
    }

    @Test
    void changedTellsAnInputThatChangedAndADamagedRecord() throws IOException {
        TestProject project = pushed();
        project.with("classes/App.class", "edited.");
        assertThat(changed(project, "shop/cart:1")).contains("input/classes/App.class changed");
        Files.writeString(project.output.resolve(PlanRecord.OF_PUSH), "{");
        assertThat(changed(project, "shop/cart:1")).contains("push.plan.json cannot be read");
    }
}
