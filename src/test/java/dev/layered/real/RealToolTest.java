package dev.layered.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class RealToolTest {

    private static final String MISSING = "a-program-that-nobody-has";

    @Test
    void areThereWhenAllAreOnThePathIsTrue() {
        assertThat(RealTool.areThere("nothing")).isTrue();
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "CI", matches = "true", disabledReason = "in CI it fails instead")
    void areThereWhenOneIsMissingIsFalse() {
        assertThat(RealTool.areThere("this test's own example", MISSING)).isFalse();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CI", matches = "true", disabledReason = "only CI must have all programs")
    void areThereWhenOneIsMissingInCiFails() {
        assertThatThrownBy(() -> RealTool.areThere("this test's own example", MISSING))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CI must prove everything")
                .hasMessageContaining(MISSING);
    }
}
