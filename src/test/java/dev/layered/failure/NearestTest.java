package dev.layered.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

    private static final List<String> VALID = List.of("image", "platforms", "jvmFlags", "mainClass", "tags");

    @ParameterizedTest
    @CsvSource({"imgae,image", "platform,platforms", "JVMFLAGS,jvmFlags", "mainclass,mainClass", "tag,tags"})
    void toWhenWordIsMisspeltFindsTheValidOne(String word, String valid) {
        assertThat(Nearest.to(word, VALID)).contains(valid);
    }

    @ParameterizedTest
    @CsvSource({"entrypoint", "zzzzz", "x"})
    void toWhenNothingIsCloseFindsNothing(String word) {
        assertThat(Nearest.to(word, VALID)).isEmpty();
    }

    @Test
    void toMeasuresOnlyBehindTheDotsThatBothHave() {
        List<String> valid = List.of("layered.from.image", "layered.from.platforms");
        assertThat(Nearest.to("layered.from.iamge", valid)).contains("layered.from.image");
        assertThat(Nearest.to("layered.from.other", valid)).isEmpty();
    }

    @Test
    void toWhenNothingIsValidFindsNothing() {
        assertThat(Nearest.to("image", List.of())).isEmpty();
    }

    @Test
    void toWhenTwoAreEquallyCloseDoesNotDependOnTheirOrder() {
        assertThat(Nearest.to("cat", List.of("rat", "bat"))).contains("bat");
        assertThat(Nearest.to("cat", List.of("bat", "rat"))).contains("bat");
    }
}
