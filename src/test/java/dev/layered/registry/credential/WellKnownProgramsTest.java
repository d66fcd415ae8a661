package dev.layered.registry.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.BuildLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WellKnownProgramsTest {

    @TempDir
    private Path folder;

    private SampleMachine sample;
    private final List<String> details = new ArrayList<>();

    @BeforeEach
    void makeMachine() {
        sample = new SampleMachine(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "gcr.io, gcr",
        "eu.gcr.io, gcloud",
        "us-docker.pkg.dev, gcr",
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com, ecr-login",
        "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn, ecr-login",
        "public.ecr.aws, ecr-login",
        "acme.azurecr.io, acr-env",
        "acme.azurecr.io, acr"
    })
    void findWhenCloudsHelperIsThereAsksIt(String registry, String name) throws Exception {
        sample.helper(name, registry, "me", "pw");
        assertThat(programs().find(registry, "cart"))
                .hasValueSatisfying(found -> assertThat(found.source()).isEqualTo("docker-credential-" + name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evilgcr.io",
                "gcr.io.evil.test",
                "pkg.dev",
                "gcr.io:5000",
                "amazonaws.com",
                "xpublic.ecr.aws",
                "acme.azurecr.io.evil.test"
            })
    void findWhenRegistryOnlyLooksLikeTheCloudsAsksNobody(String registry) throws Exception {
        for (String name : List.of("gcr", "gcloud", "ecr-login", "acr-env", "acr")) {
            sample.helper(name, registry, "me", "pw");
        }
        assertThat(programs().find(registry, "cart")).isEmpty();
    }

    @Test
    void findWhenHelperFailsTellsADetailAndAsksTheNext() throws Exception {
        Path failing = sample.helper("gcr", "echo not logged in; exit 1");
        sample.helper("gcloud", "gcr.io", "me", "pw");
        assertThat(programs().find("gcr.io", "cart")).isPresent();
        assertThat(details).singleElement().asString().contains("'not logged in'", failing.toString());
    }

    @Test
    void findWhenNoHelperIsThereFindsNothing() {
        assertThat(programs().find("gcr.io", "cart")).isEmpty();
        assertThat(details).isEmpty();
    }

    private WellKnownPrograms programs() {
        BuildLog log = new BuildLog() {
            @Override
            public void detail(String text) {
                details.add(text);
            }
        };
        return new WellKnownPrograms(sample.programs(), log);
    }
}
