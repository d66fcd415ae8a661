package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.build.BlobTransfers.Cargo;
import dev.layered.image.Blob;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.Reaction;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.ScriptedRegistry;
import dev.layered.registry.credential.CredentialSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FailedTransferTest {

    private ScriptedRegistry registry;
    private Registries registries;

    @BeforeEach
    void start() throws IOException {
        registry = ScriptedRegistry.start();
        registries = new Registries(RegistrySettings.standard(), CredentialSource.ANONYMOUS, BuildLog.SILENT);
    }

    @AfterEach
    void stop() {
        registries.close();
        registry.close();
    }

    private static Cargo cargo(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        BlobSource source = descriptor -> new ByteArrayInputStream(bytes);
        Blob blob = source.blob(Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(bytes), bytes.length));
        return new Cargo(text, blob, List.of());
    }

    @Test
    void finishWhenALaterBlobIsRefusedDoesNotWaitForTheFormer() {
        Cargo slow = cargo("slow");
        Cargo refused = cargo("refused");
        CountDownLatch end = new CountDownLatch(1);
        registry.always("PUT", hex(slow), Reaction.stall(end));
        registry.always("PUT", hex(refused), Reaction.status(403));
        try (BlobTransfers transfers = new BlobTransfers(
                registries.target(registry.reference("shop/cart")), blob -> false, 2, BuildLog.SILENT)) {
            transfers.begin(slow);
            transfers.begin(refused);
            assertFailure(transfers::finish).hasId("registry-denied").whatContains("403");
        } finally {
            end.countDown();
        }
        assertThat(registry.count("PUT", hex(refused))).isEqualTo(1);
    }

    private static String hex(Cargo cargo) {
        return cargo.blob().descriptor().digest().hex();
    }
}
