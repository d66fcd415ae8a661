package dev.layered.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JarCoordinatesTest {

    private static final byte[] MANY_ZEROS = new byte[50_000_000];

    private final JarCoordinates jars = new JarCoordinates(1000);

    @Test
    void readWhenMavenMadeItTellsCoordinates() {
        assertThat(read(new SampleJar().of("org.example", "left", "1.0"), "left-1.0.jar"))
                .contains("org.example:left:1.0");
    }

    @Test
    void readWhenClassifierIsInNameTellsIt() {
        assertThat(read(new SampleJar().of("org.example", "left", "1.0"), "left-1.0-linux-x86_64.jar"))
                .contains("org.example:left:jar:linux-x86_64:1.0");
    }

    @Test
    void readWhenFileIsNamedOtherwiseTakesTheOnlyOne() {
        assertThat(read(new SampleJar().of("org.example", "left", "1.0-SNAPSHOT"), "x.jar"))
                .contains("org.example:left:1.0-SNAPSHOT");
    }

    @Test
    void readWhenSeveralAreInsideTakesTheOneThatTheFileIsNamedAfter() {
        SampleJar shaded = new SampleJar().of("org.other", "shaded", "2").of("org.example", "left", "1.0");

        assertThat(read(shaded, "org.example-left-1.0.jar")).contains("org.example:left:1.0");
    }

    @Test
    void readWhenSeveralAreInsideAndNoneIsMeantTellsNothing() {
        SampleJar shaded = new SampleJar().of("org.other", "shaded", "2").of("org.example", "left", "1.0");

        assertThat(read(shaded, "all.jar")).isEmpty();
    }

    @Test
    void readWhenNothingNamesItTellsNothing() {
        assertThat(read(new SampleJar(), "left-1.0.jar")).isEmpty();
        assertThat(read("no zip".getBytes(StandardCharsets.UTF_8), "left-1.0.jar"))
                .isEmpty();
        assertThat(read(new byte[0], "left-1.0.jar")).isEmpty();
    }

    @Test
    void readWhenPropertiesAreDamagedTellsNothing() {
        SampleJar damaged = new SampleJar()
                .with("META-INF/maven/a/b/pom.properties", "groupId=\\uXX".getBytes(StandardCharsets.UTF_8));

        assertThat(read(damaged, "left-1.0.jar")).isEmpty();
    }

    @Test
    void readWhenPropertiesAreLongReadsTheirBeginning() {
        byte[] text = new byte[10_000_000];
        byte[] begin = "groupId=a\nartifactId=left\nversion=1\n#".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(begin, 0, text, 0, begin.length);

        assertThat(read(new SampleJar().with("META-INF/maven/a/left/pom.properties", text), "left-1.jar"))
                .contains("a:left:1");
    }

    @Test
    void readWhenCutTellsNothing() {
        byte[] whole = new SampleJar().of("org.example", "left", "1.0").bytes();
        for (int length = 0; length < whole.length / 2; length += 7) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThat(new JarCoordinates(length).read(new ByteArrayInputStream(cut), "left-1.0.jar"))
                    .isEmpty();
        }
    }

    @Test
    void readWhenBombsStandBeforeItStopsAndLooksIntoNoOther() {
        SampleJar bomb =
                new SampleJar().with("a", MANY_ZEROS).with("b", MANY_ZEROS).of("org.example", "left", "1.0");

        assertThat(read(bomb, "left-1.0.jar")).isEmpty();
        assertThat(read(new SampleJar().of("org.example", "right", "1.0"), "right-1.0.jar"))
                .as("of the same layer")
                .isEmpty();
    }

    private Optional<String> read(SampleJar jar, String name) {
        return read(jar.bytes(), name);
    }

    private Optional<String> read(byte[] jar, String name) {
        return jars.read(new ByteArrayInputStream(jar), name).map(Object::toString);
    }
}
