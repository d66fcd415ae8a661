package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.base.BaseImages;
import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.plan.BaseChoice;
import dev.layered.registry.Reaction;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An image that an earlier run built on a tag of a registry, when that tag is asked for again. */
@Timeout(60)
final class MovedBaseTest {

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private PublishedBase base;
    private TestProject project;
    private BuildOutcome first;

    @BeforeEach
    void build() throws IOException {
        base = PublishedBase.start();
        first = made("first");
        base.put(first, "21");
        project = TestProject.in(folder.resolve("cart")).from(base.name("21")).registries(base::registries);
        project.build();
    }

    @AfterEach
    void close() {
        base.close();
    }

    private BuildOutcome made(String name) {
        return TestProject.in(folder.resolve(name))
                .with("libs/lib-1.0.jar", name)
                .build();
    }

    private BaseImages bases() {
        BuildLog log = new BuildLog() {
            @Override
            public void warning(String text) {
                warnings.add(text);
            }
        };
        return new BaseImages(folder, Store.forReading(project.store, log), base::registries, false, log);
    }

    private static BaseChoice choice(String name) {
        return new BaseChoice(name, "<from>");
    }

    private Optional<String> changed(String name) {
        return changed(bases().digestAsked(choice(name), List.of(Platform.LINUX_AMD64)));
    }

    private Optional<String> changed(Optional<Digest> now) {
        return now.flatMap(FormerImage.in(project.output, List.of(project.plan().identity()))
                .get(0)::changed);
    }

    @Test
    void changedWhenTheTagStayedAsksForItAlone() {
        int before = base.requests();

        assertThat(changed(base.name("21"))).isEmpty();

        assertThat(base.requests() - before).isEqualTo(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void changedWhenTheTagMovedTellsIt() throws IOException {
        base.put(made("second"), "21");

        assertThat(changed(base.name("21"))).contains("the base image changed");
    }

    @Test
    void changedWithoutAskingGoesByWhatTheMachineSawLast() throws IOException {
        List<Platform> platforms = List.of(Platform.LINUX_AMD64);
        base.put(made("second"), "21");
        int before = base.requests();
        assertThat(changed(bases().digestAtHand(choice(base.name("21")), platforms)))
                .isEmpty();
        assertThat(base.requests()).isEqualTo(before);

        TestProject.of(project.folder, folder.resolve("elsewhere"), project.store)
                .from(base.name("21"))
                .registries(base::registries)
                .build();

        assertThat(changed(bases().digestAtHand(choice(base.name("21")), platforms)))
                .contains("the base image changed");
        assertThat(bases().digestAtHand(choice(base.name("unseen")), platforms)).isEmpty();
        assertThat(bases().digestAtHand(
                                choice(base.name("@" + first.image().target().digest())), platforms))
                .isEmpty();
    }

    @Test
    void changedWhenTheBaseIsPinnedAsksNothing() {
        int before = base.requests();

        assertThat(changed(base.name("@" + first.image().target().digest()))).isEmpty();

        assertThat(base.requests()).isEqualTo(before);
    }

    @Test
    void changedWhenTheRegistryDoesNotTellWarns() {
        base.registry.always("HEAD", "/manifests/21", Reaction.status(404));

        assertThat(changed(base.name("21"))).isEmpty();

        assertThat(warnings)
                .containsExactly("What the base image " + base.name("21")
                        + " stands for now is not known, so it is taken to be what it was: The registry has no '21' of"
                        + " the base image '" + base.name("21") + "'.");
    }
}
