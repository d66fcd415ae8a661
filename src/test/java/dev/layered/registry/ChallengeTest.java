package dev.layered.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChallengeTest {

    private static List<Challenge> parse(String header) {
        return Challenge.parse(List.of(header));
    }

    @Test
    void parseWhenBearerGivesItsParameters() {
        assertThat(parse("Bearer realm=\"https://auth.example.com/token\",service=\"r\",scope=\"a:b:pull,push\""))
                .containsExactly(new Challenge(
                        "bearer",
                        Map.of("realm", "https://auth.example.com/token", "service", "r", "scope", "a:b:pull,push")));
    }

    @Test
    void parseWhenOddlyWrittenGivesTheSame() {
        assertThat(parse("bEARER  Realm = \"h\\\"x\" ,, Service=plain"))
                .containsExactly(new Challenge("bearer", Map.of("realm", "h\"x", "service", "plain")));
    }

    @Test
    void bestWhenSeveralIsTheBearer() {
        assertThat(Challenge.best(List.of("Basic realm=\"x\", Bearer realm=\"y\"")))
                .get()
                .matches(Challenge::isBearer);
        assertThat(Challenge.best(List.of("Negotiate", "Basic realm=\"x\"")))
                .map(Challenge::scheme)
                .contains("basic");
        assertThat(Challenge.best(List.of("Bearer service=\"no realm\""))).isEmpty();
        assertThat(Challenge.best(List.of())).isEmpty();
    }

    @Test
    void parseWhenAnythingEndsWithoutFailure() {
        Random random = new Random(1);
        String letters = "Bearer realm=\"\\, \u0000é=token";
        for (int round = 0; round < 5000; round++) {
            StringBuilder header = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                header.append(letters.charAt(random.nextInt(letters.length())));
            }
            Challenge.best(List.of(header.toString()));
        }
        Challenge.best(List.of("Bearer realm=\"" + "\\".repeat(1_000_000)));
        Challenge.best(List.of("a".repeat(1_000_000)));
    }
}
