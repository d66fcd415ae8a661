package dev.layered.registry;

import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static dev.layered.registry.RegistryFixture.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.layered.failure.LayeredFailure;
import dev.layered.json.Mutations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a server says, an operation ends with a value or a LayeredFailure. */
@Timeout(180)
final class AnswerFuzzTest {

    private static final byte[] CONTENT = bytes(2000);

    private RegistryFixture fixture;
    private ImageRepository repository;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start();
        repository = fixture.repository("shop/cart");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static void check(Object what, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        if (thrown != null) {
            assertThat(thrown).as(String.valueOf(what)).isInstanceOf(LayeredFailure.class);
            assertThat(((LayeredFailure) thrown).problems())
                    .allSatisfy(problem -> assertThat(problem.what() + problem.where() + problem.fix())
                            .as(String.valueOf(what))
                            .doesNotContain("\u001b"));
        }
    }

    @Test
    void operationsWhenLocationIsAnythingEndAsOurs() {
        List<String> locations = List.of(
                "",
                "/",
                "?",
                "#",
                "//",
                "///",
                "http:",
                "http:///",
                "http://",
                "http://h:99999/",
                "http://h:-1/",
                "https://h:70000/x",
                "mailto:a",
                "http://[::1",
                "http://[fe80::1%25x]/",
                "http://a b/",
                "/%zz",
                "/\u001b[31m",
                "http://exa_mple/",
                "http://127.0.0.1:0/",
                "http://127.0.0.1:1/x",
                "http://user:pw@127.0.0.1/",
                "HTTP://LOCALHOST:1/",
                "jar:file:///x!/y",
                "http://127.1/",
                "..",
                "/../..",
                "a:b:c",
                "http://☃/");
        for (String location : locations) {
            Reply session = Reply.of(202).with("Location", location);
            Reply moved = Reply.of(307).with("Location", location);
            fixture.registry.on("POST", "", 1, Reaction.reply(session));
            check(location, () -> repository.put(blob(CONTENT), TransferLog.SILENT));
            fixture.registry.on("GET", "blobs", 1, Reaction.reply(moved));
            check(location, () -> repository.read(descriptor(CONTENT), InputStream::readAllBytes));
        }
    }

    @Test
    void operationsWhenHeadersAreAnythingEndAsOurs() {
        List<String> values =
                List.of("", "-1", "1e9", "99999999999999999999", "sha256:../x", "\u0001", "text/html;;", "=");
        List<String> names = List.of(
                "Docker-Content-Digest", "Content-Type", "Retry-After", "Content-Range", "Link", "WWW-Authenticate");
        for (String name : names) {
            for (String value : values) {
                for (int status : List.of(200, 201, 206, 401, 416, 429)) {
                    Reply reply = Reply.of(status).with(name, value).text("{}");
                    fixture.registry.on("GET", "(blobs|manifests|referrers)", 3, Reaction.reply(reply));
                    check(name + value, () -> repository.manifest("1.0"));
                    check(name + value, () -> repository.referrers(manifest("a").digest()));
                    check(name + value, () -> repository.read(descriptor(CONTENT), InputStream::readAllBytes));
                }
            }
        }
    }

    @Test
    void manifestWhenBodyIsAnythingEndsAsOurs() {
        Mutations mutations = new Mutations(3);
        String error =
                "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"no \\u001b[31m\",\"detail\":[{}]}],\"message\":1}";
        for (int i = 0; i < 500; i++) {
            byte[] good = mutations.damage(new String(manifest("a").bytes(), StandardCharsets.UTF_8));
            fixture.registry.once(
                    "GET", "manifests", Reaction.reply(Reply.of(200).body(good)));
            check(i, () -> repository.manifest("1.0"));
            byte[] bad = mutations.damage(error);
            fixture.registry.once(
                    "GET", "manifests", Reaction.reply(Reply.of(403).body(bad)));
            check(i, () -> repository.manifest("1.0"));
        }
    }

    @Test
    void hasWhenTokenIsAnythingEndsAsOurs() {
        fixture.registry.desk().askForToken("");
        Mutations mutations = new Mutations(4);
        for (int i = 0; i < 200; i++) {
            byte[] token = mutations.damage("{\"token\":\"abc\",\"expires_in\":300,\"issued_at\":\"2026\"}");
            fixture.registry.once("GET", "/token", Reaction.reply(Reply.of(200).body(token)));
            fixture.registry.desk().expireTokens();
            check(i, () -> repository.has(descriptor(CONTENT)));
        }
    }
}
