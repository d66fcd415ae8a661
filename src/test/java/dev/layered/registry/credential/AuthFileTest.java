package dev.layered.registry.credential;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.credential.SampleMachine.auths;
import static dev.layered.registry.credential.SampleMachine.basic;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthFileTest {

    @TempDir
    private Path folder;

    private SampleMachine sample;

    @BeforeEach
    void makeMachine() {
        sample = new SampleMachine(folder);
    }

    @Test
    void findWhenEntryHasAuthReturnsUserAndPasswordWithColons() throws Exception {
        Credentials found = file(auths("a.example", "me", "p:w\0\0"))
                .find("a.example", "cart")
                .orElseThrow();
        assertThat(found.kind()).isEqualTo(Credentials.Kind.PASSWORD);
        assertThat(found.user()).isEqualTo("me");
        assertThat(found.secret()).isEqualTo("p:w");
        assertThat(found.source()).isEqualTo(folder.resolve("auth.json").toString());
    }

    @Test
    void findWhenEntryHasTokensTakesThemBeforeThePassword() throws Exception {
        String auth = "\"auth\":\"" + basic("00000000-0000-0000-0000-000000000000:") + "\"";
        AuthFile file = file("{\"auths\":{\"a.example\":{" + auth + ",\"identitytoken\":\"refresh\"},"
                + "\"b.example\":{\"registrytoken\":\"bearer\"},"
                + "\"c.example\":{\"username\":\"me\",\"password\":\"pw\"},"
                + "\"d.example\":{\"auth\":\"" + basic("<token>:refresh") + "\"}}}");
        assertThat(told(file, "a.example")).isEqualTo("IDENTITY_TOKEN  refresh");
        assertThat(told(file, "b.example")).isEqualTo("REGISTRY_TOKEN  bearer");
        assertThat(told(file, "c.example")).isEqualTo("PASSWORD me pw");
        assertThat(told(file, "d.example")).isEqualTo("IDENTITY_TOKEN  refresh");
    }

    private static String told(AuthFile file, String registry) {
        Credentials found = file.find(registry, "cart").orElseThrow();
        return found.kind() + " " + found.user() + " " + found.secret();
    }

    @Test
    void findWhenKeysHavePathsTakesTheLongestThatFits() throws Exception {
        AuthFile file = file("{\"auths\":{\"a.example\":{\"auth\":\"" + basic("host:x") + "\"},"
                + "\"a.example/team\":{\"auth\":\"" + basic("team:x") + "\"},"
                + "\"a.example/team/cart\":{\"auth\":\"" + basic("cart:x") + "\"},"
                + "\"b.example/team\":{\"auth\":\"" + basic("other:x") + "\"}}}");
        assertThat(file.find("a.example", "team/cart").orElseThrow().user()).isEqualTo("cart");
        assertThat(file.find("a.example", "team/cart/api").orElseThrow().user()).isEqualTo("cart");
        assertThat(file.find("a.example", "team/shop").orElseThrow().user()).isEqualTo("team");
        assertThat(file.find("a.example", "teams").orElseThrow().user()).isEqualTo("host");
        assertThat(file.find("b.example", "cart")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example",
                "A.example",
                "a.example/",
                "https://a.example",
                "http://a.example/v1/",
                "https://a.example/v2",
                "a.example/v1/"
            })
    void findWhenKeyIsSpelledAsLoginsDoFindsIt(String key) throws Exception {
        assertThat(file(auths(key, "me", "x")).find("a.example", "cart")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example:443",
                "b.a.example",
                "example",
                "https://a.example/v1/access-token",
                "a.example.evil.test",
                "",
                "/",
                "https://",
                "a.example//"
            })
    void findWhenKeyIsOfAnotherRegistryFindsNothing(String key) throws Exception {
        assertThat(file(auths(key, "me", "x")).find("a.example", "cart")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://index.docker.io/v1/",
                "docker.io",
                "index.docker.io",
                "registry-1.docker.io",
                "docker.io/library"
            })
    void findWhenKeyIsDockerHubFindsIt(String key) throws Exception {
        assertThat(file(auths(key, "me", "x")).find("docker.io", "library/alpine"))
                .isPresent();
        assertThat(file(auths(key, "me", "x")).find("registry-1.docker.io", "library/alpine"))
                .isPresent();
    }

    @Test
    void findWhenHelperIsNamedForRegistryAsksItBeforeTheOthers() throws Exception {
        sample.helper("own", "a.example", "own", "x");
        sample.helper("store", "b.example", "store", "x");
        AuthFile file = file("{\"credHelpers\":{\"a.example\":\"own\"},\"credsStore\":\"store\",\"auths\":{"
                + "\"a.example\":{},\"b.example\":{},\"c.example\":{\"auth\":\"" + basic("kept:x") + "\"}}}");
        assertThat(file.find("a.example", "cart").orElseThrow().user()).isEqualTo("own");
        assertThat(file.find("b.example", "cart").orElseThrow().user()).isEqualTo("store");
        assertThat(file.find("c.example", "cart").orElseThrow().user()).isEqualTo("kept");
        assertThat(file.find("d.example", "cart")).isEmpty();
        assertThat(file.find("a.example", "cart").orElseThrow().source())
                .isEqualTo("docker-credential-own (credHelpers of " + folder.resolve("auth.json") + ")");
    }

    @Test
    void findWhenNamedHelperIsMissingFails() throws Exception {
        AuthFile file = file("{\"credsStore\":\"desktop\"}");
        assertFailure(() -> file.find("a.example", "cart"))
                .hasId("credential-helper-missing")
                .what("There is no 'docker-credential-desktop' on the PATH.")
                .where("credsStore of " + folder.resolve("auth.json"))
                .fix("install it, or take its name out of there and give the credentials another way")
                .isMistake();
    }

    @Test
    void findWhenFileHasNothingForRegistryFindsNothing() throws Exception {
        assertThat(new AuthFile(folder.resolve("absent"), sample.programs()).find("a.example", "cart"))
                .isEmpty();
        assertThat(file("{}").find("a.example", "cart")).isEmpty();
        assertThat(file("{\"credsStore\":\"\",\"auths\":{\"a.example\":{\"auth\":\"\"}}}")
                        .find("a.example", "cart"))
                .isEmpty();
        assertThat(file("{\"auths\":{\"a.example\":\"x\",\"b.example\":{\"auth\":1}}}")
                        .find("a.example", "cart"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "[\"hunter2\"]", "{\"auths\":hunter2}", "{\"auths\":{}} hunter2"})
    void findWhenFileIsNoObjectFailsWithoutQuotingIt(String text) throws Exception {
        assertDamaged(text, "it is not a JSON object");
    }

    @Test
    void findWhenPartIsOfAnotherTypeFailsWithoutQuotingIt() throws Exception {
        assertDamaged("{\"auths\":\"hunter2\"}", "its logins cannot be understood");
        assertDamaged("{\"credHelpers\":[\"hunter2\"]}", "its helpers cannot be understood");
        for (String entry : new String[] {
            "{\"auth\":[\"hunter2\"]}",
            "{\"auth\":\"hunter2!\"}",
            "{\"registrytoken\":\"hunter2\\r\\nx: y\"}",
            "{\"auth\":\"" + basic("hunter2") + "\"}",
            "{\"auth\":\"" + basic(":hunter2") + "\"}"
        }) {
            assertDamaged("{\"auths\":{\"a.example\":" + entry + "}}", "its entry 'a.example' cannot be understood");
        }
    }

    private void assertDamaged(String text, String reason) throws IOException {
        AuthFile file = file(text);
        assertFailure(() -> file.find("a.example", "cart"))
                .hasId("credential-file")
                .what("The file of registry credentials '" + file.file() + "' cannot be used: " + reason + ".")
                .where(file.file().toString())
                .fix("mend the file, or move it away and log in again")
                .isMistake();
    }

    @Test
    void findWhenFileIsFolderOrTooLongFails() throws Exception {
        Path dir = Files.createDirectory(folder.resolve("dir"));
        assertFailure(() -> new AuthFile(dir, sample.programs()).find("a.example", "cart"))
                .hasId("credential-file")
                .whatContains("it is not a file")
                .isMistake();
        AuthFile longer = file(" ".repeat((4 << 20) + 1));
        assertFailure(() -> longer.find("a.example", "cart"))
                .hasId("credential-file")
                .whatContains("it has more than 4194304 bytes")
                .isOutside();
    }

    private AuthFile file(String text) throws IOException {
        return new AuthFile(sample.write("auth.json", text), sample.programs());
    }
}
