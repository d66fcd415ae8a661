package dev.layered.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {

    @Test
    void mirrorsOfDockerHubAreKnownByEachOfItsNames() {
        Map<String, List<String>> mirrors =
                Map.of("Index.docker.io", List.of("mirror.example.com"), "Quay.example", List.of());
        RegistrySettings settings = new RegistrySettings(
                Set.of(),
                Map.of(),
                Proxies.anonymous(HttpClient.Builder.NO_PROXY),
                mirrors,
                8,
                RegistryTimes.standard());
        assertThat(settings.mirrors())
                .isEqualTo(Map.of("docker.io", List.of("mirror.example.com"), "quay.example", List.of()));
    }
}
