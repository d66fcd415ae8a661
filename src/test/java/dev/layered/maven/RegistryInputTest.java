package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.layered.failure.FailureAssert;
import dev.layered.failure.Mistakes;
import dev.layered.maven.configuration.PomLocations;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.LoginParameters;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryInputTest {

    @TempDir
    Path folder;

    private final BuildMojo mojo = new BuildMojo();
    private final Mistakes mistakes = new Mistakes();
    private final Properties properties = new Properties();

    @BeforeEach
    void project() {
        mojo.transfers = 8;
        mojo.project = mock(MavenProject.class);
        when(mojo.project.getBasedir()).thenReturn(folder.toFile());
        when(mojo.project.getProperties()).thenReturn(properties);
        Server server = new Server();
        server.setId("corporate");
        server.setUsername("ci");
        server.setPassword("hunter2");
        Settings settings = new Settings();
        settings.addServer(server);
        mojo.session = mock(MavenSession.class);
        when(mojo.session.getSettings()).thenReturn(settings);
    }

    private RegistryChoices choices() {
        return new RegistryInput(mojo, new Reading(mistakes, PomLocations.unknown())).choices();
    }

    private FailureAssert mistakes() {
        choices();
        return FailureAssert.assertFailure(mistakes::throwIfAny);
    }

    private static void set(LoginParameters bean, String field, String value) throws ReflectiveOperationException {
        Class<?> type = field.equals("image") ? bean.getClass() : LoginParameters.class;
        Field found = type.getDeclaredField(field);
        found.setAccessible(true);
        found.set(bean, value);
    }

    @Test
    void choicesWhenNothingIsSetAreThoseOfEverybody() {
        assertThat(choices())
                .isEqualTo(new RegistryChoices(
                        java.util.Set.of(), Map.of(), Map.of(), 8, Map.of(), java.util.Optional.empty()));
        mistakes.throwIfAny();
    }

    @Test
    void insecureRegistriesAreHostsInLowerCase() {
        mojo.allowInsecureRegistries = List.of(" Registry.example.com:5000 ", "localhost", "false");
        assertThat(choices().insecure()).containsExactlyInAnyOrder("registry.example.com:5000", "localhost");
        mistakes.throwIfAny();
    }

    @Test
    void insecureRegistriesWhenTrueAreThisImagesOwnWithoutDockerHub() throws Exception {
        set(mojo.from, "image", "eclipse-temurin:21-jre");
        set(mojo.to, "image", "registry.example.com:5000/shop/cart");
        mojo.allowInsecureRegistries = List.of("true");
        assertThat(choices().insecure()).containsExactly("registry.example.com:5000");
        assertThat(choices().target()).contains("registry.example.com:5000");
    }

    @Test
    void insecureRegistriesWhenOneIsNoHostTellsItsItem() {
        mojo.allowInsecureRegistries = List.of("a.example", "http://b.example");
        mistakes()
                .hasId("registry-name")
                .what("'http://b.example' is not a registry.")
                .where("<allowInsecureRegistries><item>")
                .isMistake();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void transfersOutOfRangeAreTold(int transfers) {
        mojo.transfers = transfers;
        mistakes()
                .hasId("transfers-range")
                .what("'" + transfers + "' is not a number of uploads at the same time.")
                .where("<transfers>")
                .fix("write a number from 1 to 64")
                .isMistake();
    }

    @Test
    void certificatesAreFilesOfTheProject() throws IOException {
        Files.createFile(folder.resolve("corp.pem"));
        mojo.registryCertificates = Map.of("Registry.example.com", "corp.pem");
        assertThat(choices().certificates()).isEqualTo(Map.of("registry.example.com", folder.resolve("corp.pem")));
        mistakes.throwIfAny();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-there.pem", "", "\0"})
    void certificatesWhenThereIsNoFileAreTold(String file) {
        mojo.registryCertificates = Map.of("registry.example.com", file);
        mistakes()
                .hasId("registry-authority")
                .whatContains("gives no certificates: there is no such file that can be read.")
                .where("<registryCertificates><registry.example.com>")
                .isMistake();
    }

    @Test
    void mirrorsAreHostsWithPathsInTheirOrder() {
        mojo.registryMirrors = Map.of("docker.io", "Mirror.example.com/hub,\n second.example.com:5000");
        assertThat(choices().mirrors())
                .isEqualTo(Map.of("docker.io", List.of("mirror.example.com/hub", "second.example.com:5000")));
        mistakes.throwIfAny();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://mirror.example.com", "/hub", "mirror.example.com/Hub", "m.example/a:1", "m.example/"})
    void mirrorsWithoutHostAreTold(String mirror) {
        mojo.registryMirrors = Map.of("docker.io", "good.example " + mirror);
        mistakes()
                .hasId("registry-name")
                .what("'" + mirror + "' is not a registry.")
                .where("<registryMirrors><docker.io>")
                .isMistake();
    }

    @Test
    void loginsOfTwoRegistriesAreForEachAsAWhole() throws Exception {
        set(mojo.from, "image", "base.example/java:21");
        set(mojo.from, "server", "corporate");
        set(mojo.to, "image", "shop.example/cart");
        set(mojo.to, "server", "corporate");
        assertThat(choices().logins()).containsOnlyKeys("base.example", "shop.example");
        mistakes.throwIfAny();
    }

    @Test
    void loginsOfOneRegistryAreForTheirRepositories() throws Exception {
        set(mojo.from, "image", "eclipse-temurin:21-jre");
        set(mojo.from, "server", "corporate");
        set(mojo.to, "image", "shop/cart");
        assertThat(choices().logins()).containsOnlyKeys("docker.io/library/eclipse-temurin");
        set(mojo.to, "server", "corporate");
        assertThat(choices().logins()).containsOnlyKeys("docker.io/library/eclipse-temurin", "docker.io/shop/cart");
        set(mojo.from, "server", null);
        assertThat(choices().logins()).containsOnlyKeys("docker.io");
    }

    @Test
    void loginsOfTheUsualBaseAreForItsRegistry() throws Exception {
        set(mojo.from, "server", "corporate");
        assertThat(choices().logins()).isEmpty();
        properties.setProperty("maven.compiler.release", "21");
        assertThat(choices().logins()).containsOnlyKeys("docker.io");
        set(mojo.to, "image", "shop/cart");
        assertThat(choices().logins()).containsOnlyKeys("docker.io/library/eclipse-temurin");
        set(mojo.from, "image", "registry://base.example/java:21");
        assertThat(choices().logins()).containsOnlyKeys("base.example");
    }

    @Test
    void choicesOfEqualSettingsAreEqual() throws Exception {
        set(mojo.to, "image", "shop.example/cart");
        set(mojo.to, "server", "corporate");
        RegistryChoices first = choices();
        set(mojo.to, "image", "shop.example/other");
        assertThat(choices()).isEqualTo(first);
        mojo.transfers = 4;
        assertThat(choices()).isNotEqualTo(first);
    }
}
