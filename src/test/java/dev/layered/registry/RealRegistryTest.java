package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.image.ImageReference;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.json.JsonObject;
import dev.layered.outcome.BuildLog;
import dev.layered.real.DockerRegistry;
import dev.layered.real.RealTool;
import dev.layered.real.Skopeo;
import dev.layered.registry.credential.CredentialSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The verbs on the distribution project's registry. */
@Timeout(180)
final class RealRegistryTest {

    private static final Blob LAYER = blob(bytes(3_000_000));
    private static final Blob CONFIG = blob("{}".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @BeforeEach
    void askForRegistry() {
        assumeTrue(RealTool.areThere("the verbs on a real registry", "docker-registry", "skopeo"));
    }

    private static Registries registries(Map<String, Path> authorities, CredentialSource credentials) {
        RegistrySettings settings = new RegistrySettings(
                Set.of(),
                authorities,
                Proxies.anonymous(HttpClient.Builder.NO_PROXY),
                Map.of(),
                8,
                RegistryTimes.standard());
        return new Registries(settings, credentials, BuildLog.SILENT);
    }

    private static Document<Manifest> manifest() {
        return OciJson.document(new Manifest(
                MediaType.OCI_MANIFEST,
                descriptorOf(CONFIG),
                List.of(LAYER.descriptor()),
                Map.of("org.example.sign", "ü"),
                JsonObject.empty()));
    }

    private static Descriptor descriptorOf(Blob config) {
        return Descriptor.of(
                MediaType.OCI_CONFIG,
                config.descriptor().digest(),
                config.descriptor().size());
    }

    /** Puts an image under two tags and reads it again. */
    private static Document<Manifest> push(ImageRepository repository) throws IOException {
        assertThat(repository.put(LAYER, TransferLog.SILENT)).isTrue();
        assertThat(repository.put(LAYER, TransferLog.SILENT)).isFalse();
        repository.put(CONFIG, TransferLog.SILENT);
        Document<Manifest> manifest = manifest();
        repository.putManifest(manifest, manifest.digest().text());
        repository.putManifest(manifest, "1.0");
        assertThat(repository.head("1.0")).contains(manifest.descriptor());
        assertThat(repository.manifest("1.0"))
                .get()
                .satisfies(found -> assertThat(found.bytes()).isEqualTo(manifest.bytes()));
        assertThat(repository.read(LAYER.descriptor(), InputStream::readAllBytes))
                .isEqualTo(bytes(3_000_000));
        return manifest;
    }

    @Test
    void verbsWhenRegistryIsPlainPassAndSkopeoReadsTheSame() throws IOException {
        try (DockerRegistry real = DockerRegistry.start();
                Registries registries = registries(Map.of(), CredentialSource.ANONYMOUS)) {
            ImageRepository repository = registries.repository(ImageReference.parse(real.host() + "/shop/cart"));
            assertThat(repository.manifest("1.0")).isEmpty();
            Document<Manifest> manifest = push(repository);
            assertThat(Skopeo.remoteDigest(real.host() + "/shop/cart:1.0"))
                    .isEqualTo(manifest.digest().text());
            assertThat(repository.referrers(manifest.digest())).isEmpty();

            ImageRepository other = registries.repository(ImageReference.parse(real.host() + "/shop/other"));
            assertThat(other.mount(LAYER.descriptor(), repository)).isTrue();
            assertThat(other.has(LAYER.descriptor())).isTrue();
            assertThat(other.mount(descriptor(bytes(7)), repository)).isFalse();
            assertFailure(() -> other.putManifest(manifest, "1.0"))
                    .hasId("registry-blob-unknown")
                    .isPrintable();
        }
    }

    @Test
    void verbsWhenRegistryAsksForPasswordPassWithTheRightOneAlone() throws IOException {
        try (DockerRegistry real = DockerRegistry.startWithPassword()) {
            ImageReference image = ImageReference.parse(real.host() + "/shop/cart");
            CredentialSource right = RegistryFixture.password(DockerRegistry.USER, DockerRegistry.PASSWORD);
            try (Registries registries = registries(Map.of(), right)) {
                push(registries.repository(image));
            }
            try (Registries registries = registries(Map.of(), RegistryFixture.password("ada", "wrong"))) {
                assertFailure(() -> registries.repository(image).head("1.0")).hasId("registry-credentials");
            }
            try (Registries registries = registries(Map.of(), CredentialSource.ANONYMOUS)) {
                assertFailure(() -> registries.repository(image).head("1.0")).hasId("registry-login");
            }
        }
    }

    @Test
    void verbsWhenRegistryHasPrivateAuthorityPassWithItsFile() throws IOException {
        PrivateAuthority authority = PrivateAuthority.in(folder, "registry.example.com");
        try (DockerRegistry real = DockerRegistry.startWithTls(authority.certificate(), authority.key())) {
            ImageReference image = ImageReference.parse(real.host() + "/shop/cart");
            try (Registries registries =
                    registries(Map.of(real.host(), authority.certificate()), CredentialSource.ANONYMOUS)) {
                push(registries.repository(image));
            }
            try (Registries registries = registries(Map.of(), CredentialSource.ANONYMOUS)) {
                assertFailure(() -> registries.repository(image).head("1.0")).hasId("registry-certificate");
            }
        }
    }
}
