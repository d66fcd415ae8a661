package dev.layered.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownTest {

    @Test
    void textWhenPlainIsLeftAlone() {
        assertThat(Shown.text("Grüße, 'world' \\ 😀")).isEqualTo("Grüße, 'world' \\ 😀");
    }

    @Test
    void textEscapesControlCharacters() {
        assertThat(Shown.text("a\nb\u001b[31m\u0000\u009b")).isEqualTo("a\\u000ab\\u001b[31m\\u0000\\u009b");
    }

    @Test
    void textEscapesWhatReordersOrHidesText() {
        assertThat(Shown.text("a\u202eb\u200b\u2066")).isEqualTo("a\\u202eb\\u200b\\u2066");
    }

    @Test
    void textEscapesUnicodeLineEnds() {
        assertThat(Shown.text("a\u2028b\u2029")).isEqualTo("a\\u2028b\\u2029");
    }

    @Test
    void textWhenExactlyTheLimitIsWhole() {
        assertThat(Shown.text("x".repeat(300))).isEqualTo("x".repeat(300));
    }

    @Test
    void textWhenLongerIsCutWithAnEllipsis() {
        assertThat(Shown.text("x".repeat(301))).isEqualTo("x".repeat(300) + "…");
    }

    @Test
    void textWhenEscapesFillTheLimitTellsThatItWasCut() {
        assertThat(Shown.text("\n".repeat(60))).isEqualTo("\\u000a".repeat(50) + "…");
    }

    @Test
    void textWhenCutDoesNotLeaveHalfACharacter() {
        assertThat(Shown.text("x".repeat(299) + "😀y")).isEqualTo("x".repeat(299) + "😀…");
    }

    @Test
    void quotedWhenNullSaysSo() {
        assertThat(Shown.quoted(null)).isEqualTo("'null'");
        assertThat(Shown.quoted("a\rb")).isEqualTo("'a\\u000db'");
    }

    @Test
    void listIsCutAsAWhole() {
        assertThat(Shown.list(List.of("a", 2))).isEqualTo("a, 2");
        assertThat(Shown.list(List.of("x".repeat(200), "y".repeat(200)))).hasSize(301);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "999949, 999.9 kB", "57650001, 57.7 MB", "8000000001, 8.0 GB"})
    void sizeIsInPowersOfAThousand(long bytes, String shown) {
        assertThat(Shown.size(bytes)).isEqualTo(shown);
    }
}
