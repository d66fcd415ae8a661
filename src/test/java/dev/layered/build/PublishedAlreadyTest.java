package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.build.PublishSettings.Reuse;
import dev.layered.image.Digest;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.outcome.Transfer.Way;
import dev.layered.plan.ImageIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An image of which the registry has all or the most, and what is asked for then. */
@Timeout(60)
final class PublishedAlreadyTest {

    @TempDir
    private Path folder;

    private TestProject project;
    private TestPush push;

    @BeforeEach
    void start() throws IOException {
        project = TestProject.in(folder.resolve("project"));
        push = TestPush.of(project, folder);
    }

    @AfterEach
    void stop() {
        push.close();
    }

    private Optional<PublishOutcome> ifPublished(Digest image, String... tags) {
        ImageIdentity identity = push.identity("shop/cart", tags);
        Map<String, Digest> wanted = new HashMap<>();
        identity.names().forEach(name -> wanted.put(name.reference(), image));
        return push.ready(identity)
                .ifPublished(identity, wanted, Optional.empty())
                .map(outcomes -> outcomes.get(0));
    }

    @Test
    void ifPublishedWhenEveryTagStandsForItTellsAllNames() {
        Digest image = push.anew("shop/cart", "1", "latest").image().target().digest();

        PublishOutcome outcome = ifPublished(image, "1", "latest").orElseThrow();

        assertThat(outcome.image().target().digest()).isEqualTo(image);
        assertThat(outcome.names())
                .containsExactly(
                        push.reference("shop/cart", "1").toString(),
                        push.reference("shop/cart", "latest").toString());
        assertThat(outcome.isNew()).isFalse();
    }

    @Test
    void ifPublishedWhenATagIsMissingOrMovedIsEmpty() {
        Digest image = push.anew("shop/cart", "1", "latest").image().target().digest();
        assertThat(ifPublished(image, "1", "2")).isEmpty();
        assertThat(ifPublished(image, "2", "1")).isEmpty();

        project.with("classes/App.class", "another class");
        push.anew("shop/cart", "latest");
        assertThat(ifPublished(image, "1", "latest")).isEmpty();
        assertThat(ifPublished(image, "1")).isPresent();
    }

    @Test
    void publishOfAChangedClassAsksForNoBlobThatTheFormerImageHas() {
        push.anew("shop/cart", "1");
        long asked = push.registry.count("HEAD", "/blobs/");
        project.with("classes/App.class", "another class");

        PublishOutcome again = push.anew("shop/cart", "1");

        assertThat(push.registry.count("HEAD", "/blobs/") - asked)
                .isEqualTo(
                        TestPush.ways(again).filter(way -> way == Way.UPLOADED).count());
    }

    @Test
    void publishWithoutReuseBringsABlobThatTheRegistryLost() {
        Digest lost = lostLayer();
        assertThat(push.reuse(Reuse.NONE).anew("shop/cart", "1").isNew()).isFalse();
        assertThat(push.registry.contents().blob("shop/cart", lost)).isPresent();
    }

    @Test
    void publishOfAReadyImageWithoutReuseBringsABlobThatTheRegistryLost() throws IOException {
        Digest lost = lostLayer();
        ReadyImage ready = project.build().ready();
        ImageIdentity identity = push.identity("shop/cart", "1");

        PublishOutcome outcome = push.reuse(Reuse.NONE)
                .ready(identity)
                .publish(ready, identity, Optional.empty())
                .get(0);

        assertThat(outcome.isNew()).isFalse();
        assertThat(push.registry.contents().blob("shop/cart", lost)).isPresent();
    }

    /** Publishes the image, and has the registry lose a layer of it. */
    private Digest lostLayer() {
        Digest lost = TestPush.layers(push.anew("shop/cart", "1"))
                .findFirst()
                .orElseThrow()
                .descriptor()
                .digest();
        push.registry.contents().lose("shop/cart", lost);
        return lost;
    }
}
