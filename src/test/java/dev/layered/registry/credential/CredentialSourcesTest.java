package dev.layered.registry.credential;

import static dev.layered.registry.credential.SampleMachine.auths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.BuildLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the places, and what the log hears of it. */
final class CredentialSourcesTest {

    private static final String HOST = "europe-docker.pkg.dev";

    @TempDir
    private Path folder;

    private SampleMachine sample;
    private final List<String> details = new ArrayList<>();
    private final Map<String, Credentials> given = new LinkedHashMap<>();
    private final Map<String, String> programs = new LinkedHashMap<>();
    private final Map<String, Credentials> servers = new LinkedHashMap<>();
    private CredentialSource google = CredentialSource.ANONYMOUS;

    @BeforeEach
    void makeMachine() {
        sample = new SampleMachine(folder);
    }

    @Test
    void findWhenEveryPlaceKnowsTakesThemInOrder() throws Exception {
        given.put(HOST, Credentials.password("given", "x", "the test"));
        programs.put(HOST, "named");
        sample.helper("named", HOST, "named", "x");
        servers.put(HOST, Credentials.password("server", "x", "the test"));
        sample.set("XDG_RUNTIME_DIR", folder.resolve("run"));
        Path runtime = sample.write("run/containers/auth.json", auths(HOST, "runtime", "x"));
        Path config = sample.write("home/.config/containers/auth.json", auths(HOST, "config", "x"));
        Path docker = sample.write("home/.docker/config.json", auths(HOST, "docker", "x"));
        Path gcr = sample.helper("gcr", HOST, "gcr", "x");
        Path gcloud = sample.helper("gcloud", HOST, "gcloud", "x");
        google = (registry, repository) -> Optional.of(Credentials.password("default", "x", "the test"));
        sample.set("LAYERED_REGISTRY_USERNAME", "environment").set("LAYERED_REGISTRY_PASSWORD", "x");

        List<String> order = new ArrayList<>();
        List<AutoCloseable> next = List.of(
                given::clear,
                programs::clear,
                servers::clear,
                () -> Files.delete(runtime),
                () -> Files.delete(config),
                () -> Files.delete(docker),
                () -> Files.delete(gcr),
                () -> Files.delete(gcloud),
                () -> google = CredentialSource.ANONYMOUS,
                () -> sample.set("LAYERED_REGISTRY_USERNAME", "").set("LAYERED_REGISTRY_PASSWORD", ""));
        for (AutoCloseable gone : next) {
            order.add(user(HOST, "shop/cart"));
            gone.close();
        }
        assertThat(order)
                .containsExactly(
                        "given",
                        "named",
                        "server",
                        "runtime",
                        "config",
                        "docker",
                        "gcr",
                        "gcloud",
                        "default",
                        "environment");
        assertThat(sources().find(HOST, "shop/cart")).isEmpty();
    }

    @Test
    void findWhenVariableNamesFileLeavesOutThoseOfContainersAndKeepsDocker() throws Exception {
        sample.write("home/.config/containers/auth.json", auths("a.example", "config", "x"));
        sample.write("home/.docker/config.json", auths("a.example", "docker", "x"));
        sample.set("REGISTRY_AUTH_FILE", sample.write("own.json", auths("b.example", "own", "x")));
        assertThat(user("b.example", "cart")).isEqualTo("own");
        assertThat(user("a.example", "cart")).isEqualTo("docker");
    }

    @Test
    void findWhenVariableNamesFolderTakesItForDockersAndConfigs() throws Exception {
        sample.write("home/.docker/config.json", auths("a.example", "home", "x"));
        sample.write("other/config.json", auths("a.example", "other", "x"));
        sample.write("xdg/containers/auth.json", auths("b.example", "xdg", "x"));
        sample.set("DOCKER_CONFIG", folder.resolve("other")).set("XDG_CONFIG_HOME", folder.resolve("xdg"));
        assertThat(user("a.example", "cart")).isEqualTo("other");
        assertThat(user("b.example", "cart")).isEqualTo("xdg");
    }

    @Test
    void findWhenServerIsOfAnotherPortOrHostFindsNothing() {
        servers.put("a.example", Credentials.password("server", "x", "the test"));
        servers.put("a.example:5001", Credentials.password("other", "x", "the test"));
        assertThat(sources().find("a.example:5000", "cart")).isEmpty();
        assertThat(sources().find("b.a.example", "cart")).isEmpty();
        assertThat(user("a.example", "cart")).isEqualTo("server");
    }

    @Test
    void findWhenServerIsOneOfDockerHubsNamesFindsIt() {
        for (String id :
                List.of("docker.io", "index.docker.io", "registry-1.docker.io", "https://index.docker.io/v1/")) {
            servers.clear();
            servers.put(id, Credentials.password(id, "x", "the test"));
            assertThat(user("docker.io", "library/alpine")).isEqualTo(id);
        }
        servers.clear();
        servers.put("index.docker.io/acme", Credentials.password("acme", "x", "the test"));
        assertThat(user("docker.io", "acme/cart")).isEqualTo("acme");
        assertThat(sources().find("docker.io", "library/alpine")).isEmpty();
    }

    @Test
    void findWhenGivenForPathIsForThatPathAlone() {
        given.put("a.example/team", Credentials.password("team", "x", "the test"));
        assertThat(user("a.example", "team/cart")).isEqualTo("team");
        assertThat(sources().find("a.example", "teams/cart")).isEmpty();
    }

    @Test
    void findWhenDoneTellsWhoAnsweredOrWhoWasAsked() {
        servers.put("a.example", Credentials.password("me", "hunter2", "server 'a.example' of settings.xml"));
        sources().find("a.example", "cart");
        sources().find("b.example", "cart");
        assertThat(details)
                .containsExactly(
                        "The credentials for a.example/cart come from server 'a.example' of settings.xml.",
                        "There are no credentials for b.example/cart in the configuration, a helper of the"
                                + " configuration, settings.xml, " + sample.home()
                                + "/.config/containers/auth.json, " + sample.home()
                                + "/.docker/config.json, well-known helpers, Google's application default credentials,"
                                + " the environment's LAYERED_REGISTRY_USERNAME and LAYERED_REGISTRY_PASSWORD.");
    }

    private String user(String registry, String repository) {
        return sources().find(registry, repository).orElseThrow().user();
    }

    private CredentialSource sources() {
        CredentialSettings settings = new CredentialSettings(
                given, programs, id -> Optional.ofNullable(servers.get(id)), Optional.of(HOST), sample.machine());
        BuildLog log = new BuildLog() {
            @Override
            public void detail(String text) {
                details.add(text);
            }
        };
        return CredentialSources.of(settings, sample.programs(), google, log);
    }
}
