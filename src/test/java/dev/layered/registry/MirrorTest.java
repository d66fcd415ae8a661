package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MirrorTest {

    private static final String NAME = "shop/cart";
    private static final byte[] CONTENT = bytes(5000);
    private static final Descriptor BLOB = descriptor(CONTENT);
    private static final Reaction WRONG = Reaction.change(reply -> reply.body(bytes(5000 + 1)));
    private static final Reaction OTHER = Reaction.change(reply -> reply.body(new byte[5000]));

    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start();
        fixture.registry.contents().blob(NAME, CONTENT);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private byte[] read() throws IOException {
        return fixture.repository(NAME).read(BLOB, InputStream::readAllBytes);
    }

    @Test
    void readWhenMirrorHasItAsksTheMirrorAlone() throws IOException {
        try (ScriptedRegistry mirror = ScriptedRegistry.start()) {
            mirror.contents().blob("hub/" + NAME, CONTENT);
            fixture.mirrors(Map.of(fixture.registry.host(), List.of(mirror.host() + "/hub")));
            assertThat(read()).isEqualTo(CONTENT);
            assertThat(fixture.registry.count("GET", "blobs/")).isZero();
        }
    }

    @Test
    void readWhenMirrorFailsAsksTheRegistryAndTheMirrorNoMore() throws IOException {
        try (ScriptedRegistry mirror = ScriptedRegistry.start()) {
            mirror.always("HEAD", "", Reaction.status(400));
            fixture.mirrors(Map.of(fixture.registry.host(), List.of(mirror.host())));
            assertThat(read()).isEqualTo(CONTENT);
            assertThat(read()).isEqualTo(CONTENT);
            assertThat(mirror.count("HEAD", "")).isEqualTo(1);
            assertThat(fixture.told).anyMatch(text -> text.contains("The mirror " + mirror.host()));
        }
    }

    @Test
    void readWhenMirrorSendsOtherContentAsksTheNextAndTheMirrorNoMore() throws IOException {
        for (Reaction wrong : List.of(WRONG, OTHER)) {
            try (ScriptedRegistry mirror = ScriptedRegistry.start();
                    RegistryFixture other = RegistryFixture.of(ScriptedRegistry.start())) {
                other.registry.contents().blob(NAME, CONTENT);
                mirror.contents().blob(NAME, CONTENT);
                mirror.always("GET", "blobs/", wrong);
                other.mirrors(Map.of(other.registry.host(), List.of(mirror.host())));
                for (int i = 0; i < 2; i++) {
                    assertThat(other.repository(NAME).read(BLOB, InputStream::readAllBytes))
                            .isEqualTo(CONTENT);
                }
                assertThat(mirror.count("GET", "blobs/")).isEqualTo(1);
                assertThat(other.told)
                        .filteredOn(
                                text -> text.startsWith("The mirror " + mirror.host() + "/shop/cart is passed over"))
                        .hasSize(1);
            }
        }
    }

    @Test
    void readWhenMirrorAndRegistrySendOtherContentFailsAfterTheRegistryWasAskedTwice() throws IOException {
        try (ScriptedRegistry mirror = ScriptedRegistry.start()) {
            mirror.contents().blob(NAME, CONTENT);
            mirror.always("GET", "blobs/", OTHER);
            fixture.registry.always("GET", "blobs/", OTHER);
            fixture.mirrors(Map.of(fixture.registry.host(), List.of(mirror.host())));
            assertFailure(this::read).hasId("registry-blob-wrong").where(fixture.registry.host() + "/" + NAME);
            assertThat(mirror.count("GET", "blobs/")).isEqualTo(1);
            assertThat(fixture.registry.count("GET", "blobs/")).isEqualTo(2);
        }
    }

    @Test
    void openWhenMirrorSendsOtherContentNamesTheMirror() throws IOException {
        try (ScriptedRegistry mirror = ScriptedRegistry.start()) {
            mirror.contents().blob(NAME, CONTENT);
            mirror.always("GET", "blobs/", OTHER);
            fixture.mirrors(Map.of(fixture.registry.host(), List.of(mirror.host())));
            assertFailure(() -> {
                        try (InputStream content = fixture.repository(NAME).open(BLOB)) {
                            content.readAllBytes();
                        }
                    })
                    .hasId("registry-blob-wrong")
                    .where(mirror.host() + "/" + NAME);
        }
    }
}
