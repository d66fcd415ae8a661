package dev.layered.registry;

import static dev.layered.registry.credential.SampleMachine.auths;
import static dev.layered.registry.credential.SampleMachine.basic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.LayeredFailure;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.credential.CredentialSettings;
import dev.layered.registry.credential.CredentialSources;
import dev.layered.registry.credential.Credentials;
import dev.layered.registry.credential.SampleMachine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret stands in every place, whole and damaged; it comes out as a secret and in no text. */
final class CredentialCanaryTest {

    private static final String SECRET = "canary-5e1f";

    @TempDir
    private Path folder;

    private final StringWriter heard = new StringWriter();
    private final PrintWriter texts = new PrintWriter(heard);

    @Test
    void textsWhenEveryPlaceHasTheSecretDoNotShowIt() throws Exception {
        SampleMachine sample = new SampleMachine(folder);
        sample.helper("named", "b.example", "<token>", SECRET);
        sample.helper("gcr", "gcr.io", "me", SECRET);
        sample.write("home/.config/containers/auth.json", auths("d.example", "me", SECRET));
        sample.write(
                "home/.docker/config.json",
                "{\"auths\":{\"e.example\":{\"identitytoken\":\"" + SECRET + "\"},\"f.example\":{\"registrytoken\":\""
                        + SECRET + "\"}}}");
        sample.set("LAYERED_REGISTRY_USERNAME", "me").set("LAYERED_REGISTRY_PASSWORD", SECRET);
        for (String registry : List.of(
                "a.example", "b.example", "c.example", "d.example", "e.example", "f.example", "g.example", "gcr.io")) {
            assertThat(ask(sample, registry).orElseThrow().secret()).isEqualTo(SECRET);
        }
        assertThat(ask(sample, "h.example")).isEmpty();
        assertUnseen(9);
    }

    @Test
    void textsWhenPlacesAreDamagedDoNotShowIt() throws Exception {
        SampleMachine sample = new SampleMachine(folder);
        for (String file : List.of(
                SECRET,
                "{\"auths\":{\"d.example\":{\"auth\":" + SECRET + "}}}",
                "{\"auths\":{\"d.example\":{\"auth\":[\"" + SECRET + "\"]}}}",
                "{\"auths\":{\"d.example\":{\"auth\":\"" + basic(SECRET) + "\"}}}",
                "{\"credsStore\":{\"" + SECRET + "\":1}}")) {
            sample.write("home/.docker/config.json", file);
            fail(sample, "d.example");
        }
        for (String answer : List.of(SECRET, "{\"Secret\":" + SECRET + "}", "{\"Secret\":[\"" + SECRET + "\"]}")) {
            sample.helper("named", "echo '" + answer + "'");
            fail(sample, "b.example");
        }
        for (String stream : List.of("1", "2")) {
            sample.helper("named", "echo '{\"Secret\":\"" + SECRET + "\"}' >&" + stream + "; exit 1");
            fail(sample, "b.example");
        }
        sample.helper("gcr", "echo '" + SECRET + "'");
        sample.write("home/.docker/config.json", "{}");
        assertThat(ask(sample, "gcr.io")).isEmpty();
        sample.set("LAYERED_REGISTRY_PASSWORD", SECRET);
        fail(sample, "g.example");
        assertUnseen(11);
    }

    private void fail(SampleMachine sample, String registry) {
        try {
            ask(sample, registry);
            throw new AssertionError("no failure for " + registry);
        } catch (LayeredFailure failure) {
            failure.printStackTrace(texts);
        }
    }

    private Optional<Credentials> ask(SampleMachine sample, String registry) {
        CredentialSettings settings = new CredentialSettings(
                Map.of("a.example", Credentials.password("me", SECRET, "the command line")),
                Map.of("b.example", "named"),
                id -> Optional.of(Credentials.password("me", SECRET, "settings.xml"))
                        .filter(found -> id.equals("c.example")),
                Optional.of("g.example"),
                sample.machine());
        BuildLog log = new BuildLog() {
            @Override
            public void detail(String text) {
                texts.println(text);
            }
        };
        CredentialSources sources = sample.sources(settings, log);
        texts.println(settings + " " + sources + " " + sample.machine() + " " + settings.given());
        Optional<Credentials> found = sources.find(registry, "team/cart");
        texts.println(found);
        return found;
    }

    /** What was heard has at least so many lines, and none with the secret, plain or as Base64. */
    private void assertUnseen(int lines) {
        texts.flush();
        assertThat(heard.toString().lines()).hasSizeGreaterThan(lines);
        assertThat(heard.toString())
                .doesNotContain(SECRET)
                .doesNotContain(basic(SECRET).substring(0, 10))
                .doesNotContain(basic("me:" + SECRET).substring(0, 10));
    }
}
