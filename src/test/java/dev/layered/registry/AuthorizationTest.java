package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static dev.layered.registry.RegistryFixture.manifest;
import static dev.layered.registry.RegistryFixture.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.registry.credential.CredentialSource;
import dev.layered.registry.credential.Credentials;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AuthorizationTest {

    private static final String NAME = "shop/cart";
    private static final byte[] CONTENT = bytes(5000);
    private static final String ACCOUNT = "ada:canary";

    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start().with(password("ada", "canary"));
        fixture.registry.desk().askForToken(ACCOUNT);
    }

    @AfterEach
    void stop() {
        assertThat(fixture.told).noneMatch(text -> text.contains("canary"));
        fixture.close();
    }

    private void put(byte[] content) {
        fixture.repository(NAME).put(blob(content), TransferLog.SILENT);
    }

    @Test
    void putWhenTokenIsAskedForGetsOneForReadingAndOneForWriting() {
        put(CONTENT);
        put(bytes(6000));
        fixture.repository(NAME).putManifest(manifest("one"), "1.0");
        assertThat(fixture.registry.desk().issued()).isEqualTo(2);
        assertThat(fixture.registry.count("GET", "service=scripted&scope=repository%3Ashop%2Fcart%3Apull&account=ada"))
                .isEqualTo(1);
        assertThat(fixture.registry.count("GET", "scope=repository%3Ashop%2Fcart%3Apull%2Cpush&"))
                .isEqualTo(1);
        assertThat(fixture.told).contains(fixture.registry.host() + "/shop/cart: user 'ada' from the test");
    }

    @Test
    void firstRequestsNameNobody() {
        put(CONTENT);
        assertThat(fixture.registry.requests().stream()
                        .takeWhile(request -> !request.target().startsWith("/token")))
                .hasSize(2)
                .allMatch(request -> request.authorization().isEmpty());
    }

    @Test
    void putWhenTokensRanOutGetsOneForAllThreads() throws Exception {
        put(CONTENT);
        fixture.registry.desk().expireTokens();
        int before = fixture.registry.desk().issued();
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> puts = IntStream.range(1, 17)
                    .<Future<?>>mapToObj(size -> workers.submit(() -> put(bytes(size))))
                    .toList();
            for (Future<?> put : puts) {
                put.get();
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(fixture.registry.desk().issued() - before).isEqualTo(2);
        assertThat(fixture.registry.contents().blob(NAME, descriptor(bytes(16)).digest()))
                .isPresent();
    }

    @Test
    void putWhenTokenDiesInMidUploadSendsItAgainWithAnother() {
        fixture.registry.once("PUT", "blobs", (exchange, usual) -> {
            fixture.registry.desk().expireTokens();
            usual.reply().send(exchange);
        });
        put(CONTENT);
        assertThat(fixture.registry.contents().blob(NAME, descriptor(CONTENT).digest()))
                .contains(CONTENT);
        assertThat(fixture.waits).isEmpty();
    }

    @Test
    void hasWhenTokenIsKnownToHaveRunOutGetsAnotherFirst() {
        fixture.registry.desk().tokensLast(60);
        fixture.repository(NAME).has(descriptor(CONTENT));
        fixture.pass(Duration.ofSeconds(45));
        fixture.repository(NAME).has(descriptor(CONTENT));
        assertThat(fixture.registry.desk().issued()).isEqualTo(1);
        fixture.pass(Duration.ofSeconds(10));
        fixture.repository(NAME).has(descriptor(CONTENT));
        assertThat(fixture.registry.desk().issued()).isEqualTo(2);
        assertThat(fixture.registry.count("HEAD", "")).isEqualTo(4);
    }

    @Test
    void putWhenPasswordIsWrongForTokensTriesOnceAndNamesTheSource() {
        fixture.with(password("ada", "wrong-canary"));
        for (int i = 0; i < 3; i++) {
            assertFailure(() -> put(CONTENT))
                    .hasId("registry-credentials")
                    .isOutside()
                    .what("'" + fixture.registry.host()
                            + "' does not accept the credentials of user 'ada' from the test.")
                    .fix("correct what stands in the test");
        }
        assertThat(fixture.registry.count("GET", "/token")).isEqualTo(1);
    }

    @Test
    void putWhenPasswordIsWrongForBasicTriesOnce() {
        fixture.registry.desk().askForPassword(ACCOUNT);
        fixture.with(password("ada", "wrong-canary"));
        for (int i = 0; i < 3; i++) {
            assertFailure(() -> put(CONTENT)).hasId("registry-credentials").isPrintable();
        }
        assertThat(fixture.registry.requests().stream()
                        .filter(request -> !request.authorization().isEmpty()))
                .hasSize(1);
    }

    @Test
    void hasWhenCredentialsOfOneRepositoryWereRefusedTriesThemNoMoreAndOthersStill() {
        fixture.with((registry, repository) ->
                Optional.of(Credentials.password("ada", repository.equals(NAME) ? "canary" : "wrong", repository)));
        for (String wrong : List.of("shop/one", "shop/two")) {
            assertFailure(() -> fixture.repository(wrong).has(descriptor(CONTENT)))
                    .hasId("registry-credentials");
        }
        assertThat(fixture.registry.count("GET", "/token")).isEqualTo(1);
        assertThat(fixture.repository(NAME).has(descriptor(CONTENT))).isFalse();
    }

    @Test
    void putWhenPasswordIsRightForBasicPasses() {
        fixture.registry.desk().askForPassword(ACCOUNT);
        put(CONTENT);
        assertThat(fixture.registry.requests())
                .filteredOn(request -> request.authorization().isEmpty())
                .hasSize(2);
    }

    @Test
    void putWhenNobodyIsKnownSaysHowToLogIn() {
        fixture.with(CredentialSource.ANONYMOUS);
        String host = fixture.registry.host();
        assertFailure(() -> put(CONTENT))
                .hasId("registry-login")
                .what("'" + host + "' asks who you are, and there are no credentials for it.")
                .fix("log in to it, e.g. docker login " + host + ", or add a server " + host + " to settings.xml");
        fixture.registry.desk().askForPassword(ACCOUNT);
        assertFailure(() -> put(CONTENT)).hasId("registry-login");
    }

    @Test
    void hasWhenTokensAreForEverybodyPassesWithoutCredentials() {
        fixture.with(CredentialSource.ANONYMOUS);
        fixture.registry.desk().askForToken("");
        assertThat(fixture.repository(NAME).has(descriptor(CONTENT))).isFalse();
    }

    @Test
    void putWhenTokenDoesNotSufficeSaysWhoAsked() {
        Reply insufficient = Reply.error(401, "DENIED", "requested access is denied")
                .with("WWW-Authenticate", "Bearer realm=\"http://" + fixture.registry.host() + "/token\"");
        fixture.registry.always("POST", "uploads", Reaction.reply(insufficient));
        assertFailure(() -> put(CONTENT))
                .hasId("registry-denied")
                .whatContains("401 DENIED: requested access is denied.")
                .where("POST " + fixture.registry.host() + "/v2/shop/cart/blobs/uploads/ as user 'ada' from the test");
    }

    @Test
    void hasWhenIdentityTokenIsKnownPostsIt() {
        fixture.registry.desk().askForToken(ACCOUNT, "refresh-canary");
        fixture.with((registry, repository) -> Optional.of(Credentials.identityToken("refresh-canary", "the test")));
        assertThat(fixture.repository(NAME).has(descriptor(CONTENT))).isFalse();
        assertThat(fixture.registry.count("POST", "/token")).isEqualTo(1);
    }

    @Test
    void hasWhenRegistryTokenIsKnownSendsItAsItIs() {
        fixture.with((registry, repository) -> Optional.of(Credentials.registryToken("t-canary", "the test")));
        assertFailure(() -> fixture.repository(NAME).has(descriptor(CONTENT))).hasId("registry-credentials");
        assertThat(fixture.registry.requests())
                .extracting(ScriptedRegistry.Seen::authorization)
                .contains("Bearer t-canary");
    }

    @Test
    void hasWhenRegistryTokenHoldsALineEndSendsNothing() {
        fixture.with((registry, repository) -> Optional.of(Credentials.registryToken("t-canary\r\nX: y", "the test")));
        assertFailure(() -> fixture.repository(NAME).has(descriptor(CONTENT)))
                .hasId("registry-credentials")
                .isPrintable();
        assertThat(fixture.registry.requests())
                .allMatch(request -> request.authorization().isEmpty());
    }

    @Test
    void hasWhenAskedWithoutChallengeFails() {
        fixture.registry.always("HEAD", "", Reaction.status(401));
        assertFailure(() -> fixture.repository(NAME).has(descriptor(CONTENT)))
                .hasId("registry-answer")
                .what("This is not a registry's answer: status 401 without WWW-Authenticate.");
    }
}
