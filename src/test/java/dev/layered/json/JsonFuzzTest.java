package dev.layered.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.layered.failure.LayeredFailure;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the bytes are, reading ends with an object or a LayeredFailure. The timeout only stops an endless loop. */
@Timeout(120)
final class JsonFuzzTest {

    private static final String SAMPLE =
            "{\"a\":[1,-2.5e3,true,null,\"x\\u00e9\\n😀\"],\"b\":{\"c\":{\"d\":\"e\"},\"f\":[{},[]]},\"g\":\"\"}";

    @Test
    void parseWhenBytesAreNoiseThrowsNothingButOurs() {
        Mutations mutations = new Mutations(1);
        for (int i = 0; i < 20_000; i++) {
            check(mutations::noise);
        }
    }

    @Test
    void parseWhenTextIsDamagedThrowsNothingButOurs() {
        Mutations mutations = new Mutations(2);
        int good = 0;
        for (int i = 0; i < 40_000; i++) {
            good += check(() -> mutations.damage(SAMPLE)) ? 1 : 0;
        }
        assertThat(good).as("some survive, so that writing was tried").isPositive();
    }

    private static boolean check(Supplier<byte[]> source) {
        byte[] bytes = source.get();
        try {
            JsonObject object = Json.parse(bytes, "fuzz");
            byte[] written = Json.bytes(object);
            JsonObject again = Json.parse(written, "again");
            assertThat(again).isEqualTo(object);
            assertThat(Json.bytes(again)).isEqualTo(written);
            assertThat(Json.parse(Json.pretty(object), "pretty")).isEqualTo(object);
            return true;
        } catch (LayeredFailure expected) {
            assertThat(expected.problems().get(0).where())
                    .as(new String(bytes, UTF_8))
                    .isEqualTo("fuzz");
            return false;
        } catch (RuntimeException e) {
            return fail("bytes " + HexFormat.of().formatHex(bytes) + " " + Arrays.toString(bytes), e);
        }
    }
}
