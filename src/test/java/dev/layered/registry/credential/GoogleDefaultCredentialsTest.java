package dev.layered.registry.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service account whose token server is this test; in a JVM of its own, as Google's library reads the environment. */
final class GoogleDefaultCredentialsTest {

    private static final String FOUND = "oauth2accesstoken a-token Google's application default credentials";

    @TempDir
    private Path folder;

    private HttpServer server;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void startTokenServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            requests.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer =
                    "{\"access_token\":\"a-token\",\"expires_in\":3600,\"token_type\":\"Bearer\"}".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopTokenServer() {
        server.stop(0);
    }

    @Test
    void findWhenThereIsAServiceAccountGetsATokenForGooglesRegistriesAlone() throws Exception {
        List<String> lines = probe(
                serviceAccount(), "evilgcr.io", "a.example", "docker.io", "gcr.io", "gcr.io", "eu-docker.pkg.dev");
        assertThat(lines)
                .filteredOn(line -> !line.startsWith("detail: "))
                .containsExactly("none", "none", "none", FOUND, FOUND, FOUND);
        assertThat(requests)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request).contains("assertion="));
        assertThat(lines).filteredOn(line -> line.startsWith("detail: ")).noneMatch(line -> line.contains("a-token"));
    }

    @Test
    void findWhenFileIsDamagedTellsADetailWithoutQuotingIt() throws Exception {
        Path file = Files.writeString(folder.resolve("account.json"), "{\"type\":\"service_account\",hunter2");
        assertThat(probe(file, "gcr.io")).hasSize(2).last().asString().isEqualTo("none");
        assertThat(probe(file, "gcr.io").get(0)).startsWith("detail: ").doesNotContain("hunter2");
    }

    private static List<String> probe(Path account, String... registries) throws Exception {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                pluginClassPath(),
                GoogleProbe.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(java, Stream.of(registries)).toList());
        builder.environment().put("GOOGLE_APPLICATION_CREDENTIALS", account.toString());
        Process process = builder.redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    /** Without what the pom has for tests alone: the plugin has to do with what Maven gives it. */
    private static String pluginClassPath() throws IOException {
        List<String> ofTests = Pattern.compile(
                        "<artifactId>([^<]+)</artifactId>\\s*<version>[^<]+</version>\\s*<scope>test<")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1) + "-")
                .toList();
        assertThat(ofTests).contains("jackson-databind-");
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> ofTests.stream()
                        .noneMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path serviceAccount() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        JsonObject account = JsonObject.builder()
                .put("type", "service_account")
                .put("client_id", "1")
                .put("client_email", "cart@project.example")
                .put("private_key_id", "1")
                .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n")
                .put("token_uri", "http://127.0.0.1:" + server.getAddress().getPort() + "/token")
                .build();
        return Files.write(folder.resolve("account.json"), Json.bytes(account));
    }
}
