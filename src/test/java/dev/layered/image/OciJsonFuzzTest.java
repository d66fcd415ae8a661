package dev.layered.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.json.Mutations;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a registry sends, reading ends with a document or a LayeredFailure. The timeout stops an endless loop. */
@Timeout(120)
final class OciJsonFuzzTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"manifest.json", "index.json", "config.json", "foreign-config.json", "foreign-manifest.json"})
    void readersWhenDocumentIsDamagedThrowNothingButOurs(String name) {
        Mutations mutations = new Mutations(4);
        String sample = Golden.text(name);
        for (int i = 0; i < 8_000; i++) {
            byte[] bytes = mutations.damage(sample);
            check(bytes, b -> OciJson.document(OciJson.manifest(b, "fuzz").value()));
            check(bytes, b -> OciJson.document(OciJson.index(b, "fuzz").value()));
            check(bytes, b -> OciJson.document(OciJson.config(b, "m", "fuzz").value(), "m"));
        }
    }

    private static void check(byte[] bytes, Function<byte[], Object> reader) {
        try {
            assertThat(reader.apply(bytes)).isNotNull();
        } catch (LayeredFailure expected) {
            Problem problem = expected.problems().get(0);
            assertThat(problem.what().chars()).noneMatch(Character::isISOControl);
            assertThat(problem.what()).hasSizeLessThan(1000);
        } catch (RuntimeException e) {
            fail("document " + new String(bytes, UTF_8), e);
        }
    }
}
