package dev.layered.registry;

import dev.layered.image.Blob;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.MediaType;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.credential.CredentialSource;
import dev.layered.registry.credential.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A scripted registry, and a client that has never to wait for anything: its time passes when it sleeps. */
final class RegistryFixture implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    final ScriptedRegistry registry;
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private RegistrySettings settings;
    private CredentialSource credentials = CredentialSource.ANONYMOUS;
    private Registries registries;

    private RegistryFixture(ScriptedRegistry registry, Duration stall) {
        this.registry = registry;
        RegistryTimes times = new RegistryTimes(
                Duration.ofSeconds(10), stall, Duration.ofMinutes(10), new MovingClock(), this::sleep);
        this.settings = new RegistrySettings(
                Set.of(), Map.of(), Proxies.anonymous(HttpClient.Builder.NO_PROXY), Map.of(), 8, times);
    }

    static RegistryFixture start() throws IOException {
        return new RegistryFixture(ScriptedRegistry.start(), Duration.ofSeconds(60));
    }

    /** Where nothing moves for a fifth of a second, requests count as lost. */
    static RegistryFixture impatient() throws IOException {
        return new RegistryFixture(ScriptedRegistry.start(), Duration.ofMillis(200));
    }

    static RegistryFixture of(ScriptedRegistry registry) {
        return new RegistryFixture(registry, Duration.ofSeconds(60));
    }

    RegistryFixture with(CredentialSource source) {
        credentials = source;
        return this;
    }

    RegistryFixture insecure(String... hosts) {
        return with(new RegistrySettings(
                Set.of(hosts), settings.authorities(), settings.proxies(), settings.mirrors(), 8, settings.times()));
    }

    RegistryFixture mirrors(Map<String, List<String>> mirrors) {
        return with(new RegistrySettings(
                settings.insecure(), settings.authorities(), settings.proxies(), mirrors, 8, settings.times()));
    }

    RegistryFixture authorities(Map<String, Path> files) {
        return with(new RegistrySettings(
                settings.insecure(), files, settings.proxies(), settings.mirrors(), 8, settings.times()));
    }

    /** Asks that port of this machine for whatever host. */
    RegistryFixture proxy(int port) {
        return proxies(Proxies.anonymous(ProxySelector.of(new InetSocketAddress("127.0.0.1", port))));
    }

    RegistryFixture proxies(Proxies proxies) {
        return with(new RegistrySettings(
                settings.insecure(), settings.authorities(), proxies, settings.mirrors(), 8, settings.times()));
    }

    private RegistryFixture with(RegistrySettings other) {
        settings = other;
        return this;
    }

    /** The same for all threads, as in a run. */
    synchronized Registries registries() {
        if (registries == null) {
            registries = new Registries(settings, credentials, new Telling());
        }
        return registries;
    }

    ImageRepository repository(String name) {
        return registries().repository(registry.reference(name));
    }

    Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private void sleep(Duration time) {
        waits.add(time);
        pass(time);
    }

    /** Returns a blob of random bytes that are the same each time. */
    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static Descriptor descriptor(byte[] bytes) {
        return Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(bytes), bytes.length);
    }

    static Blob blob(byte[] bytes) {
        BlobSource source = descriptor -> new ByteArrayInputStream(bytes);
        return source.blob(descriptor(bytes));
    }

    static Document<JsonObject> manifest(String name) {
        byte[] bytes = ("{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.OCI_MANIFEST
                        + "\",\"artifactType\":\"unknown/to+us\",\"name\":\"" + name + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        return Document.of(Json.parse(bytes, name), MediaType.OCI_MANIFEST, bytes);
    }

    static CredentialSource password(String user, String password) {
        return (registry, repository) -> Optional.of(Credentials.password(user, password, "the test"));
    }

    @Override
    public void close() {
        registries().close();
        registry.close();
    }

    private final class Telling implements BuildLog {

        @Override
        public void warning(String text) {
            told.add(text);
        }

        @Override
        public void note(String text) {
            told.add(text);
        }

        @Override
        public void detail(String text) {
            told.add(text);
        }
    }

    private final class MovingClock extends Clock {

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
