package dev.layered.image;

import static dev.layered.failure.FailureAssert.assertFailure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DigestTest {

    private static final String HEX = "0123456789abcdef".repeat(4);
    private static final String OF_NOTHING = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void parseWhenFormIsRightKeepsTheText() {
        Digest digest = Digest.parse("sha256:" + HEX);
        assertThat(digest).hasToString("sha256:" + HEX);
        assertThat(digest.hex()).isEqualTo(HEX);
        assertThat(digest.shortHex()).isEqualTo("0123456789ab");
    }

    static Stream<String> wrong() {
        return Stream.of(
                "",
                HEX,
                "sha256:",
                "sha256:" + HEX.substring(1),
                "sha256:" + HEX + "0",
                "sha256:" + HEX.toUpperCase(java.util.Locale.ROOT),
                "SHA256:" + HEX,
                "sha512:" + HEX + HEX,
                "sha256:" + HEX + "\n",
                " sha256:" + HEX,
                "sha256:../" + HEX.substring(3),
                "sha256:../../../../etc/passwd",
                "sha256-" + HEX,
                "sha256:" + "g".repeat(64),
                "sha256:" + "٠".repeat(64));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void parseWhenFormIsWrongRefuses(String text) {
        assertFailure(() -> Digest.parse(text))
                .hasId("digest-form")
                .what("'" + text.replace("\n", "\\u000a") + "' is not a digest.")
                .where("a digest")
                .fix("write sha256: and 64 hexadecimal digits 0-9 a-f")
                .isMistake()
                .isPrintable();
    }

    @Test
    void ofBytesIsTheirSha256() {
        assertThat(Digest.of(new byte[0])).hasToString(OF_NOTHING);
        assertThat(Digest.of("abc".getBytes(UTF_8)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void compareToOrdersByText() {
        assertThat(Digest.parse("sha256:" + "0".repeat(64))).isLessThan(Digest.parse(OF_NOTHING));
    }

    @Test
    void hashingOutputStreamPassesOnCountsAndHashes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HashingOutputStream hashing = new HashingOutputStream(out);
        hashing.write('a');
        hashing.write("xbcx".getBytes(UTF_8), 1, 2);
        assertThat(out.toString(UTF_8)).isEqualTo("abc");
        assertThat(hashing.size()).isEqualTo(3);
        assertThat(hashing.digest()).isEqualTo(Digest.of("abc".getBytes(UTF_8)));
    }
}
