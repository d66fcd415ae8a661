package dev.layered.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.ScriptedRegistry;
import dev.layered.registry.credential.CredentialSource;
import dev.layered.store.Store;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class LayerFetchTest {

    private static final byte[] CONTENT = "a layer".getBytes(StandardCharsets.UTF_8);
    private static final Descriptor LAYER = Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(CONTENT), CONTENT.length);

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void fetchWhenModulesWantTheLayerAtTheSameTimeGetsItOnce() throws Exception {
        ExecutorService modules = Executors.newFixedThreadPool(4);
        try (ScriptedRegistry registry = ScriptedRegistry.start();
                Registries registries =
                        new Registries(RegistrySettings.standard(), CredentialSource.ANONYMOUS, BuildLog.SILENT)) {
            registry.contents().blob("base/jre", CONTENT);
            Callable<byte[]> module = () -> {
                Store store = Store.open(folder.resolve("store"), folder.resolve("fallback"), BuildLog.SILENT);
                new LayerFetch(
                                registries.repository(registry.reference("base/jre")),
                                "base/jre",
                                store.blobs(),
                                BuildLog.SILENT)
                        .fetch(LAYER);
                try (InputStream in = store.blobs().open(LAYER)) {
                    return in.readAllBytes();
                }
            };
            List<Future<byte[]>> fetched = modules.invokeAll(
                    IntStream.range(0, 4).mapToObj(number -> module).toList());
            for (Future<byte[]> one : fetched) {
                assertThat(one.get()).isEqualTo(CONTENT);
            }
            assertThat(registry.count("GET", "blobs/")).isEqualTo(1);
        } finally {
            modules.shutdownNow();
        }
    }
}
