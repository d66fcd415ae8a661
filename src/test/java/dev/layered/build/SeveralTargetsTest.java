package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.build.PublishSettings.Reuse;
import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.PlatformOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.outcome.TagOutcome;
import dev.layered.outcome.Transfer.Way;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import dev.layered.plan.SampleIdentity;
import dev.layered.registry.Reaction;
import dev.layered.registry.RegistryContents;
import dev.layered.registry.ScriptedRegistry;
import dev.layered.registry.ScriptedRegistry.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An image that goes to a repository of each of two registries, with names for one platform alone. */
@Timeout(60)
final class SeveralTargetsTest {

    private static final String MAIN = "shop/cart";
    private static final String COPY = "copies/cart";

    @TempDir
    private Path folder;

    private TestProject project;
    private TestPush push;
    private ScriptedRegistry mirror;

    @BeforeEach
    void start() throws IOException {
        project = TestProject.in(folder.resolve("cart")).on("linux/amd64", "linux/arm64");
        push = TestPush.of(project, folder);
        mirror = ScriptedRegistry.start();
    }

    @AfterEach
    void stop() {
        push.close();
        mirror.close();
    }

    private ImageIdentity identity() {
        return SampleIdentity.only("shop/cart:1.0", List.of(names(push.registry, MAIN), names(mirror, COPY)));
    }

    private static List<ImageName> names(ScriptedRegistry registry, String repository) {
        String name = registry.reference(repository).toString();
        return List.of(
                new ImageName(name + ":1.0", Optional.empty()),
                new ImageName(name + ":1.0-amd64", Optional.of(Platform.LINUX_AMD64)),
                new ImageName(name + ":1.0-arm64", Optional.of(Platform.parse("linux/arm64"))));
    }

    private List<PublishOutcome> publish() {
        return push.publish(project.plan(identity())).get(0);
    }

    private static Digest named(ScriptedRegistry registry, String repository, String tag) {
        return Digest.of(registry.contents().manifest(repository, tag).orElseThrow());
    }

    private static Map<String, Digest> digests(List<PublishOutcome> outcomes) {
        Map<String, Digest> digests = new LinkedHashMap<>();
        outcomes.forEach(outcome -> outcome.image()
                .tags()
                .forEach(tag -> digests.put(tag.name(), tag.target().digest())));
        return digests;
    }

    @Test
    void publishLetsTheNameOfAPlatformStandForItsManifestInEachRepository() {
        List<PublishOutcome> outcomes = publish();

        assertThat(outcomes).hasSize(2).allMatch(PublishOutcome::isNew);
        Digest index = outcomes.get(0).image().target().digest();
        List<PlatformOutcome> platforms = outcomes.get(0).image().platforms();
        assertThat(named(push.registry, MAIN, "1.0")).isEqualTo(index);
        assertThat(named(mirror, COPY, "1.0")).isEqualTo(index);
        assertThat(named(push.registry, MAIN, "1.0-amd64"))
                .isEqualTo(platforms.get(0).manifest().digest());
        assertThat(named(mirror, COPY, "1.0-arm64"))
                .isEqualTo(platforms.get(1).manifest().digest());
        assertThat(outcomes.get(1).image().tags())
                .extracting(TagOutcome::platform)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Platform.LINUX_AMD64),
                        names(mirror, COPY).get(2).platform());
        assertThat(digests(outcomes)).hasSize(6);
        digests(outcomes).forEach((name, digest) -> {
            boolean isMain = name.startsWith(push.registry.host());
            String tag = name.substring(name.lastIndexOf(':') + 1);
            assertThat(named(isMain ? push.registry : mirror, isMain ? MAIN : COPY, tag))
                    .isEqualTo(digest);
        });
    }

    @Test
    void publishWhenALaterRepositoryRefusesSaysWhatIsPublishedAlready() {
        mirror.always("PUT", "manifests", Reaction.status(403));
        assertFailure(this::publish).hasId("registry-denied");
        assertThat(push.told)
                .singleElement()
                .asString()
                .startsWith("Published before the failure that follows, and left" + " so: "
                        + push.registry.reference(MAIN) + ":1.0, " + push.registry.reference(MAIN) + ":1.0-amd64, ");
    }

    @Test
    void publishPutsTheNamesOfPlatformsAfterEveryManifest() {
        publish();
        for (ScriptedRegistry registry : List.of(push.registry, mirror)) {
            List<String> puts = registry.requests().stream()
                    .filter(seen -> seen.method().equals("PUT") && seen.target().contains("/manifests/"))
                    .map(seen -> seen.target().replaceAll(".*/manifests/|:.*", ""))
                    .toList();
            assertThat(puts).containsExactly("sha256", "sha256", "sha256", "1.0", "1.0-amd64", "1.0-arm64");
        }
    }

    @Test
    void publishBringsEverythingIntoTheSecondRepositoryAndMakesEachLayerOnce() {
        List<PublishOutcome> outcomes = publish();

        assertThat(push.made).containsExactlyInAnyOrder("dependencies", "resources", "classes");
        for (PublishOutcome outcome : outcomes) {
            assertThat(TestPush.ways(outcome)).containsOnly(Way.UPLOADED).hasSize(5); // three layers, two configs
        }
        RegistryContents contents = mirror.contents();
        for (PlatformOutcome platform : outcomes.get(1).image().platforms()) {
            assertThat(contents.manifest(COPY, platform.manifest().digest().text()))
                    .isPresent();
            assertThat(contents.blob(COPY, platform.config())).isPresent();
            platform.layers()
                    .forEach(layer -> assertThat(
                                    contents.blob(COPY, layer.descriptor().digest()))
                            .isPresent());
        }
    }

    @Test
    void publishWithoutReuseMakesEachLayerOnceToo() {
        publish();
        push.made.clear();

        List<PublishOutcome> again =
                push.reuse(Reuse.NONE).publish(project.plan(identity())).get(0);

        assertThat(push.made).containsExactlyInAnyOrder("dependencies", "resources", "classes");
        assertThat(again)
                .allSatisfy(outcome -> assertThat(TestPush.origins(outcome)).containsOnly(LayerOrigin.BUILT));
    }

    @Test
    void publishWhenOnlyTheFirstRepositoryHasTheLayersMakesThemForTheSecondWithAnEmptyStore() {
        ImageIdentity first = SampleIdentity.only("shop/cart:1.0", List.of(names(push.registry, MAIN)));
        push.publish(project.plan(first));
        push.made.clear();

        List<PublishOutcome> both =
                push.newStore().publish(project.plan(identity())).get(0);

        assertThat(TestPush.origins(both.get(0))).containsOnly(LayerOrigin.PUBLISHED);
        assertThat(TestPush.origins(both.get(1))).containsOnly(LayerOrigin.BUILT);
        assertThat(push.made).containsExactlyInAnyOrder("dependencies", "resources", "classes");
        assertThat(both.get(0).isNew()).isFalse();
        assertThat(both.get(1).isNew()).isTrue();
        assertThat(named(mirror, COPY, "1.0")).isEqualTo(named(push.registry, MAIN, "1.0"));
    }

    @Test
    void publishIntoTwoRepositoriesOfOneRegistryMountsInTheSecond() {
        List<List<ImageName>> targets = List.of(push.names(MAIN, "1.0"), push.names(COPY, "1.0", "latest"));
        List<PublishOutcome> outcomes = push.publish(project.plan(SampleIdentity.only("shop/cart:1.0", targets)))
                .get(0);

        assertThat(TestPush.ways(outcomes.get(0))).containsOnly(Way.UPLOADED);
        assertThat(TestPush.ways(outcomes.get(1))).containsOnly(Way.MOUNTED);
        assertThat(named(push.registry, COPY, "latest")).isEqualTo(named(push.registry, MAIN, "1.0"));
    }

    @Test
    void ifPublishedAsksOneHeadForEachName() {
        List<PublishOutcome> first = publish();
        List<Seen> asked = push.registry.requests();
        List<Seen> askedMirror = mirror.requests();

        List<PublishOutcome> again = push.ready(identity())
                .ifPublished(identity(), digests(first), Optional.empty())
                .orElseThrow();

        assertHeads(push.registry, asked, MAIN);
        assertHeads(mirror, askedMirror, COPY);
        assertThat(digests(again)).isEqualTo(digests(first));
        assertThat(again).noneMatch(PublishOutcome::isNew);
        assertThat(again)
                .extracting(outcome -> outcome.image().target().digest())
                .containsOnly(first.get(0).image().target().digest());
    }

    private static void assertHeads(ScriptedRegistry registry, List<Seen> before, String repository) {
        List<Seen> all = registry.requests();
        assertThat(all.subList(before.size(), all.size()))
                .extracting(seen -> seen.method() + " " + seen.target())
                .containsExactly(
                        "HEAD /v2/" + repository + "/manifests/1.0",
                        "HEAD /v2/" + repository + "/manifests/1.0-amd64",
                        "HEAD /v2/" + repository + "/manifests/1.0-arm64");
    }

    @Test
    void ifPublishedWhenTheNameOfAPlatformStandsForTheIndexIsEmpty() {
        List<PublishOutcome> first = publish();
        mirror.contents()
                .manifest(
                        COPY,
                        "1.0-arm64",
                        first.get(0).image().target().mediaType(),
                        mirror.contents().manifest(COPY, "1.0").orElseThrow());
        assertThat(push.ready(identity()).ifPublished(identity(), digests(first), Optional.empty()))
                .isEmpty();
    }

    @Test
    void publishOfAReadyImageSendsOnlyWhereANameDoesNotStandForIt() {
        ReadyImage ready = project.build().ready();
        LayoutPublisher publisher = push.ready(identity());
        List<PublishOutcome> first = publisher.publish(ready, identity(), Optional.empty());
        assertThat(named(mirror, COPY, "1.0-amd64")).isEqualTo(named(push.registry, MAIN, "1.0-amd64"));
        assertThat(named(mirror, COPY, "1.0")).isEqualTo(ready.target().digest());
        mirror.once("HEAD", "/manifests/1.0-arm64", Reaction.status(404));

        List<PublishOutcome> again = push.ready(identity()).publish(ready, identity(), Optional.empty());

        assertThat(digests(again)).isEqualTo(digests(first));
        assertThat(again.get(0).transfers()).isEmpty();
        assertThat(TestPush.ways(again.get(1))).isNotEmpty().containsOnly(Way.THERE);
    }

    @Test
    void publishOfOnePlatformLetsAllNamesStandForItsManifest() {
        project.on("linux/amd64");
        List<ImageName> names = names(push.registry, MAIN).subList(0, 2);

        PublishOutcome outcome = push.publish(project.plan(SampleIdentity.only("shop/cart:1.0", List.of(names))))
                .get(0)
                .get(0);

        assertThat(named(push.registry, MAIN, "1.0")).isEqualTo(named(push.registry, MAIN, "1.0-amd64"));
        assertThat(outcome.image().tags())
                .extracting(TagOutcome::target)
                .containsOnly(outcome.image().target());
    }
}
