package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreLocationTest {

    @Test
    void ofWhenExplicitTakesIt() {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", "/xdg");
        assertThat(StoreLocation.of(Path.of("mine"), environment, "/home/me", "Linux"))
                .isEqualTo(Path.of("mine"));
    }

    @Test
    void ofWhenXdgIsAbsoluteTakesIt() {
        assertThat(of(Map.of("XDG_CACHE_HOME", "/xdg"), "/home/me", "Linux")).isEqualTo("/xdg/layered");
    }

    @Test
    void ofWhenXdgIsRelativeOrEmptyTakesHome() {
        assertThat(of(Map.of("XDG_CACHE_HOME", "xdg"), "/home/me", "Linux")).isEqualTo("/home/me/.cache/layered");
        assertThat(of(Map.of("XDG_CACHE_HOME", ""), "/home/me", "Mac OS X")).isEqualTo("/home/me/.cache/layered");
        assertThat(of(Map.of("XDG_CACHE_HOME", "\0"), "/home/me", "Linux")).isEqualTo("/home/me/.cache/layered");
    }

    @Test
    void ofWhenWindowsTakesLocalAppData() {
        Map<String, String> environment = Map.of("LOCALAPPDATA", "/local");
        assertThat(of(environment, "/home/me", "Windows 11")).isEqualTo("/local/layered");
        assertThat(of(environment, "/home/me", "Linux")).isEqualTo("/home/me/.cache/layered");
        assertThat(of(Map.of(), "/home/me", "Windows 11")).isEqualTo("/home/me/.cache/layered");
    }

    @Test
    void ofWhenUserHasNoAccountTakesHomeVariable() {
        assertThat(of(Map.of("HOME", "/work"), "?", "Linux")).isEqualTo("/work/.cache/layered");
    }

    @Test
    void ofWhenNothingNamesAFolderFails() {
        LayeredFailure failure = catchThrowableOfType(LayeredFailure.class, () -> of(Map.of(), "?", "Linux"));
        assertThat(failure.isOutside()).isFalse();
        assertThat(failure.problems())
                .containsExactly(new Problem(
                        "store-location",
                        "There is no folder for the local store: this user has no home folder.",
                        "XDG_CACHE_HOME, HOME and the system property user.home",
                        "add -Dlayered.cache=<folder> to the command"));
    }

    private static String of(Map<String, String> environment, String userHome, String osName) {
        return StoreLocation.of(null, environment, userHome, osName).toString();
    }
}
