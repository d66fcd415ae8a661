package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer.Way;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.SampleIdentity;
import dev.layered.record.PlanRecord;
import dev.layered.registry.ScriptedRegistry.Seen;
import dev.layered.report.PublishFile;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two images of one module in one repository: {@code cpu}, which is the default, and {@code cuda}. */
@Timeout(60)
final class PublishedVariantsTest {

    @TempDir
    private Path folder;

    private TestProject project;
    private TestPush push;

    @BeforeEach
    void start() throws IOException {
        project = TestProject.in(folder.resolve("cart"));
        push = TestPush.of(project, folder);
    }

    @AfterEach
    void stop() {
        push.close();
    }

    private ImageIdentity variant(String name, boolean isDefault) {
        return SampleIdentity.of(
                name, isDefault, "shop/cart:1.0-" + name, List.of(push.names("shop/cart", "1.0-" + name, name)));
    }

    private List<ImageIdentity> both() {
        return List.of(variant("cpu", true), variant("cuda", false));
    }

    /** The same layers and configs, in manifests that say what they are. */
    private ImagePlan[] plans() {
        ImagePlan cpu = project.annotations(Map.of("gpu", "no")).plan(both().get(0));
        ImagePlan cuda = project.annotations(Map.of("gpu", "yes")).plan(both().get(1));
        return new ImagePlan[] {cpu, cuda};
    }

    /** Publishes both and leaves what a push leaves. */
    private List<List<PublishOutcome>> publish() {
        List<ImagePublisher.Published> all = push.published(plans());
        List<List<PublishOutcome>> outcomes = new ArrayList<>();
        for (ImagePublisher.Published published : all) {
            published.keyed().record(project.folder, project.output, PlanRecord.OF_PUSH);
            Path output = published.keyed().plan().identity().folder(project.output);
            PublishFile.write(published.outcomes(), Duration.ZERO, output);
            outcomes.add(published.outcomes());
        }
        return outcomes;
    }

    private static Digest digest(List<PublishOutcome> image) {
        return image.get(0).image().target().digest();
    }

    @Test
    void publishMakesEqualLayersOnceAndNamesEachImage() {
        List<List<PublishOutcome>> outcomes = publish();

        assertThat(push.made).containsExactlyInAnyOrder("dependencies", "resources", "classes");
        assertThat(digest(outcomes.get(0))).isNotEqualTo(digest(outcomes.get(1)));
        for (String tag : List.of("1.0-cpu", "cpu")) {
            assertThat(Digest.of(
                            push.registry.contents().manifest("shop/cart", tag).orElseThrow()))
                    .isEqualTo(digest(outcomes.get(0)));
        }
        assertThat(Digest.of(
                        push.registry.contents().manifest("shop/cart", "cuda").orElseThrow()))
                .isEqualTo(digest(outcomes.get(1)));
        assertThat(TestPush.ways(outcomes.get(1).get(0))).containsOnly(Way.THERE);
        assertThat(push.registry.count("HEAD", "/blobs/"))
                .as("what the first image brought is not asked for again")
                .isEqualTo(4);
    }

    @Test
    void publishAgainWithAnEmptyStoreMakesAndSendsNothing() {
        publish();
        push.made.clear();
        long sent = push.registry.bytesReceived();

        List<List<PublishOutcome>> again = push.newStore().publish(plans());

        assertThat(push.made).isEmpty();
        assertThat(push.registry.bytesReceived()).isEqualTo(sent);
        assertThat(again).allSatisfy(image -> {
            assertThat(TestPush.origins(image.get(0))).containsOnly(LayerOrigin.PUBLISHED);
            assertThat(image.get(0).isNew()).isFalse();
        });
    }

    @Test
    void unchangedPushAsksOneHeadForEachNameOfBoth() {
        List<List<PublishOutcome>> first = publish();
        int asked = push.registry.requests().size();
        LayoutPublisher publisher = push.ready(both().toArray(ImageIdentity[]::new));

        for (int i = 0; i < 2; i++) {
            ImageIdentity identity = both().get(i);
            FormerPush former = FormerPush.in(identity.folder(project.output)).orElseThrow();
            assertThat(former.changed(identity, project.folder, Map.of(), KnownFiles.NONE)
                            .filter(why -> !why.equals("the base image changed")))
                    .isEmpty();
            List<PublishOutcome> there = publisher
                    .ifPublished(identity, former.digests(), Optional.empty())
                    .orElseThrow();
            assertThat(digest(there)).isEqualTo(digest(first.get(i)));
            assertThat(there.get(0).image().variant()).isEqualTo(identity.variant());
        }

        List<Seen> all = push.registry.requests();
        assertThat(all.subList(asked, all.size()))
                .extracting(seen -> seen.method() + " " + seen.target())
                .containsExactly(
                        "HEAD /v2/shop/cart/manifests/1.0-cpu",
                        "HEAD /v2/shop/cart/manifests/cpu",
                        "HEAD /v2/shop/cart/manifests/1.0-cuda",
                        "HEAD /v2/shop/cart/manifests/cuda");
    }

    @Test
    void formerPushOfAVariantWhenAnInputChangedTellsIt() throws IOException {
        publish();
        project.with("classes/App.class", "edited.");
        ImageIdentity cuda = both().get(1);
        assertThat(FormerPush.in(cuda.folder(project.output))
                        .orElseThrow()
                        .changed(cuda, project.folder, Map.of(), KnownFiles.NONE))
                .contains("input/classes/App.class changed");
        Files.delete(project.output.resolve("variants/cuda/push.plan.json"));
        assertThat(FormerPush.in(cuda.folder(project.output))).isEmpty();
        assertThat(FormerPush.in(project.output)).isPresent();
    }
}
