package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.application.ApplicationSettings;
import dev.layered.application.ApplicationSettings.Entrypoint;
import dev.layered.image.RuntimeConfig;
import dev.layered.layer.Content;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContainerParametersTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private final ReadingProbe probe = new ReadingProbe();
    private final ContainerParameters container = new ContainerParameters();

    private ApplicationSettings application(String declared) {
        return container.application(Optional.ofNullable(declared), probe.at("container"));
    }

    private RuntimeConfig runtime() {
        return container.runtime(Path.of("project"), probe.at("container")).starting(Optional.of(List.of("java")));
    }

    @Test
    void everythingWhenNothingIsGivenIsTheDefault() {
        assertThat(application(null))
                .isEqualTo(new ApplicationSettings(
                        "/app",
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false,
                        Content.Form.TIMELESS_JAR));
        RuntimeConfig runtime = runtime();
        assertThat(runtime.entrypoint()).contains(List.of("java"));
        assertThat(runtime.command()).isEmpty();
        assertThat(runtime.user()).isEmpty();
        assertThat(runtime.workingDirectory()).isEmpty();
        assertThat(runtime.environment()).isEmpty();
        assertThat(runtime.labels()).isEmpty();
        assertThat(runtime.ports()).isEmpty();
        assertThat(runtime.volumes()).isEmpty();
        assertThat(runtime.other().fields()).isEmpty();
        assertThat(container.created(NOW, probe.at("container"))).isEqualTo("1970-01-01T00:00:00Z");
        probe.assertNoMistake();
    }

    @Test
    void applicationCarriesWhatIsGiven() {
        container.appRoot = " /srv//cart/ ";
        container.mainClass = " a.Main ";
        container.jvmFlags = List.of("-Xa");
        container.extraClasspath = List.of("/x/*");
        container.expandClasspathDependencies = true;
        container.normalizeModuleJars = false;
        assertThat(application("other.Main"))
                .isEqualTo(new ApplicationSettings(
                        "/srv/cart",
                        Optional.of("a.Main"),
                        List.of("-Xa"),
                        List.of("/x/*"),
                        Optional.empty(),
                        true,
                        Content.Form.AS_IS));
        container.appRoot = "/";
        container.mainClass = null;
        assertThat(application("other.Main").appRoot()).isEmpty();
        assertThat(application("other.Main").mainClass()).contains("other.Main");
        probe.assertNoMistake();
    }

    @Test
    void applicationWhenAnEntrypointIsGivenTakesOrInheritsIt() {
        container.entrypoint = List.of("/bin/run", "INHERIT");
        assertThat(application(null).entrypoint()).contains(new Entrypoint(false, List.of("/bin/run", "INHERIT")));
        container.entrypoint = List.of("INHERIT");
        assertThat(application(null).entrypoint().orElseThrow().inherit()).isTrue();
    }

    @Test
    void runtimeCarriesWhatIsGiven() {
        container.args = List.of("--serve");
        container.user = " 1000:1000 ";
        container.workingDirectory = "/";
        container.environment = Map.of("TZ", "UTC");
        container.labels = Map.of("a.b", "c=d");
        container.ports = List.of("8080", " 53/udp ", "9000-9001", "1/tcp");
        container.volumes = List.of("/var/x/", "/");
        container.stopSignal = " SIGINT ";
        container.healthcheck = new HealthcheckParameters();
        container.healthcheck.none = true;
        RuntimeConfig runtime = runtime();
        assertThat(runtime.command()).contains(List.of("--serve"));
        assertThat(runtime.user()).contains("1000:1000");
        assertThat(runtime.workingDirectory()).contains("/");
        assertThat(runtime.environment()).isEqualTo(Map.of("TZ", "UTC"));
        assertThat(runtime.labels()).isEqualTo(Map.of("a.b", "c=d"));
        assertThat(runtime.ports()).containsExactlyInAnyOrder("8080/tcp", "53/udp", "9000/tcp", "9001/tcp", "1/tcp");
        assertThat(runtime.volumes()).containsExactlyInAnyOrder("/var/x", "/");
        assertThat(runtime.other().text("StopSignal")).contains("SIGINT");
        assertThat(runtime.other().requiredObject("Healthcheck").texts("Test")).contains(List.of("NONE"));
        probe.assertNoMistake();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "", "./app", "/a/../b", "/..", "C:\\app", "/a\nb"})
    void applicationWhenAppRootIsNoPathTellsIt(String path) {
        container.appRoot = path;
        application(null);
        probe.assertMistakes()
                .hasId("path-absolute")
                .whatContains(" is not an absolute path in an image.")
                .where("<container><appRoot>")
                .fix("begin it with a slash and leave out '..', e.g. /app")
                .isMistake()
                .isPrintable();
    }

    @Test
    void runtimeWhenValuesAreWrongTellsAllWithTheirPlaces() {
        container.workingDirectory = "here";
        container.volumes = List.of("/good", "bad");
        container.ports = List.of("http", "80");
        container.environment = Map.of("A=B", "c");
        container.stopSignal = "SIGSTOOP";
        container.healthcheck = new HealthcheckParameters();
        runtime();
        probe.assertMistakes()
                .hasIds(
                        "path-absolute",
                        "environment-name",
                        "port-form",
                        "path-absolute",
                        "stop-signal",
                        "healthcheck-command")
                .isMistake()
                .problem(0)
                .what("'here' is not an absolute path in an image.")
                .where("<container><workingDirectory>");
        probe.assertMistakes()
                .problem(1)
                .what("'A=B' is not a name of an environment variable.")
                .where("<container><environment>")
                .fix("leave out the '='");
        probe.assertMistakes().problem(3).where("<container><volumes><item>");
        probe.assertMistakes().problem(4).where("<container><stopSignal>").fixContains("write SIGSTOP, ");
        probe.assertMistakes().problem(5).where("<container><healthcheck>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "00000", "-1", "65536", "99999", "123456", "80-79", "1-70000", "80/sctp", "80/", "8 0"})
    void runtimeWhenAPortIsNoneTellsIt(String port) {
        container.ports = List.of(port);
        runtime();
        probe.assertMistakes()
                .hasId("port-form")
                .what("'" + port + "' is not a port.")
                .where("<container><ports><item>")
                .fix("write a number from 1 to 65535 or a range, e.g. 8080, 53/udp, 9000-9010")
                .isMistake();
    }

    @ParameterizedTest
    @CsvSource({
        "EPOCH,                         1970-01-01T00:00:00Z",
        "USE_CURRENT_TIMESTAMP,         2026-01-02T03:04:05Z",
        "2026-11-20T08:00:00+02:00,     2026-11-20T06:00:00Z",
        "' 2026-11-20T08:00:00.9Z ',    2026-11-20T08:00:00Z",
    })
    void createdIsInUtcAndWholeSeconds(String text, String time) {
        container.creationTime = text;
        assertThat(container.created(NOW, probe.at("container"))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch", "now", "2026-11-20", "2026-11-20T08:00:00", "2026-13-01T00:00:00Z"})
    void createdWhenItIsNoTimeTellsTheForms(String text) {
        container.creationTime = text;
        assertThat(container.created(NOW, probe.at("container"))).isEmpty();
        probe.assertMistakes()
                .hasId("creation-time")
                .what("'" + text + "' is not a creation time.")
                .where("<container><creationTime>")
                .fix("write EPOCH, USE_CURRENT_TIMESTAMP, or a time with its zone, e.g. 2026-11-20T08:00:00Z")
                .isMistake();
    }
}
