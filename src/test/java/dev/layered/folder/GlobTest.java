package dev.layered.folder;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.LayeredFailure;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The timeout only stops a match that takes for ever. */
@Timeout(120)
final class GlobTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    *.conf | a.conf | true
                    *.conf | b/a.conf | false
                    **.conf | b/a.conf | true
                    **.conf | a.conf | true
                    **/*.conf | a.conf | false
                    **/*.conf | b/a.conf | true
                    {**/,}*.conf | a.conf | true
                    a?c | a😀c | true
                    a?c | a/c | false
                    [!a-c]x | dx | true
                    [!a-c]x | bx | false
                    [!a]b | /b | false
                    \\*.txt | *.txt | true
                    \\*.txt | a.txt | false
                    a.b | axb | false
                    /etc/** | /etc/a/b | true
                    /etc/** | /etc | false
                    """)
    void matchesAsPathMatcherDoes(String glob, String path, boolean expected) {
        assertThat(Glob.parse(glob).matches(path)).isEqualTo(expected);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void matchesWhenPatternsAreRandomAgreesWithTheJdk() {
        Random random = new Random(7);
        int judged = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = text(random, "aab*?/[]{},-!\\.", 9);
            PathMatcher jdk;
            try {
                jdk = FileSystems.getDefault().getPathMatcher("glob:" + text);
            } catch (PatternSyntaxException e) {
                continue; // ours may be milder or not
            }
            if (text.isEmpty() || text.matches(".*\\[(?:!?-?)\\].*")) {
                continue; // empty ones, and brackets that the JDK's regular expressions take otherwise
            }
            String path = text(random, "aab/.-", 6).replaceAll("/+", "/").replaceAll("/$", "");
            assertThat(Glob.parse(text).matches(path)).as(text + " " + path).isEqualTo(jdk.matches(Path.of(path)));
            judged++;
        }
        assertThat(judged).isGreaterThan(5_000);
    }

    static String text(Random random, String alphabet, int longest) {
        return IntStream.range(0, random.nextInt(longest + 1))
                .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                .collect(Collectors.joining());
    }

    @Test
    void parseWhenTextHasNoMeaningSaysWhy() {
        assertFailure(() -> Glob.parse("{a"))
                .hasId("path-pattern")
                .what("'{a' is not a pattern of paths: a '}' is missing.")
                .where("a pattern")
                .fix("write it with *, ?, **, [a-z] and {a,b}, e.g. **.conf; a backslash before a character takes it as"
                        + " it is")
                .isMistake();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''     | it is empty
                    {a{b}} | a '{' stands inside another one
                    [a     | a ']' is missing
                    []     | nothing stands in brackets
                    [a/b]  | a '/' stands in brackets
                    [z-a]  | a range in brackets has no end, or ends before it begins
                    [a-    | a range in brackets has no end, or ends before it begins
                    [!a-b-c] | a range in brackets has no beginning
                    a\\     | nothing follows the last backslash
                    """)
    void parseWhenTextIsWrongNamesTheReason(String text, String why) {
        assertFailure(() -> Glob.parse(text)).hasId("path-pattern").whatContains(": " + why + ".");
    }

    @Test
    void parseWhenTextIsAnythingThrowsNothingElse() {
        Random random = new Random(8);
        for (int i = 0; i < 50_000; i++) {
            String text = text(random, "ab*?/[]{},-!\\^:\uD800\n", 14);
            try {
                Glob.parse(text).matches(text(random, "ab/\uD800\n", 8));
            } catch (LayeredFailure failure) {
                assertThat(failure.problems()).extracting("id").containsExactly("path-pattern");
            }
        }
    }

    @Test
    void matchesWhenPatternIsMeantToTakeForEverAnswers() {
        String stars = "*a".repeat(2_000) + "b";
        assertThat(Glob.parse(stars).matches("a".repeat(3_000))).isFalse();
        assertThat(Glob.parse("*".repeat(50_000)).matches("a/b")).isTrue();
        assertThat(Glob.parse("{,a}".repeat(20_000)).matches("aaa")).isTrue();
    }
}
