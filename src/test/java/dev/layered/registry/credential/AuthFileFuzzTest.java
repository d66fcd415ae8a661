package dev.layered.registry.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.LayeredFailure;
import dev.layered.json.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, asking it ends with an answer or a LayeredFailure. */
@Timeout(120)
final class AuthFileFuzzTest {

    private static final String SAMPLE = "{\"auths\":{\"a.example\":{\"auth\":\"bWU6cHc=\"},\"a.example/team\":"
            + "{\"identitytoken\":\"x\",\"auth\":\"bWU6\"},\"https://index.docker.io/v1/\":{\"registrytoken\":\"y\"}},"
            + "\"credHelpers\":{\"b.example\":\"x\"},\"credsStore\":\"\"}";

    @TempDir
    private Path folder;

    @Test
    void findWhenFileIsDamagedThrowsNothingButOurs() throws Exception {
        Mutations mutations = new Mutations(7);
        Path path = folder.resolve("auth.json");
        AuthFile file = new AuthFile(path, new SampleMachine(folder).programs());
        int found = 0;
        for (int i = 0; i < 1_000; i++) {
            Files.write(path, mutations.damage(SAMPLE));
            for (String registry : new String[] {"a.example", "docker.io", "b.example"}) {
                try {
                    found += file.find(registry, "team/cart").isPresent() ? 1 : 0;
                } catch (LayeredFailure expected) {
                    assertThat(expected.problems()).hasSize(1);
                }
            }
        }
        assertThat(found).as("some survive").isPositive();
    }
}
