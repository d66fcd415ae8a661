package dev.layered.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/app/a.class, app/a.class, true",
        "/app/a.class, x/app/a.class, false",
        "app/a.class, app/a.class, true",
        "/app/, app, true",
        "a.class, app/classes/a.class, true",
        "a.class, a.class, true",
        "a.class, app/xa.class, false",
        "/a.class, app/a.class, false",
        "/a.class, a.class, true",
        "*.class, app/classes/a.class, true",
        "?.class, app/ab.class, false",
        "/app/*.class, app/a.class, true",
        "/app/*.class, app/x/a.class, false",
        "/app/**, app/x/a.class, true",
        "/app/**, app, false",
        "/app/**/a.class, app/a.class, true",
        "/app/**/a.class, app/x/y/a.class, true",
        "**/lib?.so, usr/lib/libc.so, true",
        "**, anything/at/all, true",
        "/a+(b).txt, a+(b).txt, true",
        "/a+(b).txt, aa(b).txt, false",
    })
    void matchesWhenComparedWithPathSays(String pattern, String path, boolean expected) {
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(expected);
    }
}
