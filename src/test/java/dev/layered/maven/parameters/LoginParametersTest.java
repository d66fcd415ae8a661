package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.ImageReference;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginParametersTest {

    private final ReadingProbe probe = new ReadingProbe();
    private final ToParameters to = new ToParameters();

    private Login login() {
        return to.login("corporate"::equals, probe.at("to"));
    }

    private void auth(String user, String password) {
        to.auth = new AuthParameters();
        to.auth.username = user;
        to.auth.password = password;
    }

    @Test
    void loginWhenNothingIsSaidIsEmpty() {
        to.credHelper = new CredHelperParameters();
        to.server = " ";
        auth(null, "");
        assertThat(login().isEmpty()).isTrue();
        assertThat(to.exposed(probe.at("to"))).isNotEmpty();
        probe.assertNoMistake();
    }

    @Test
    void loginReadsEveryKind() {
        auth(" ci ", "hunter2");
        to.server = "corporate";
        to.credHelper = new CredHelperParameters();
        to.credHelper.set(" ecr-login ");
        Login login = login();
        assertThat(login.given().orElseThrow()).hasToString("user 'ci' from <to><auth><password>");
        assertThat(login.server()).contains("corporate");
        assertThat(login.program()).contains("ecr-login");
        assertThat(login.toString()).doesNotContain("hunter2");
        probe.assertNoMistake();
    }

    @Test
    void loginWhenHalfOfItIsMissingTellsWhich() {
        auth("ci", null);
        assertThat(login().given()).isEmpty();
        auth(" ", "hunter2");
        assertThat(login().given()).isEmpty();
        probe.assertMistakes()
                .hasIds("auth-incomplete", "auth-incomplete")
                .problem(0)
                .what("A user is given without a password.")
                .where("<to><auth>")
                .fix("give both, <username> and <password> of <auth>, or none");
        probe.assertMistakes().problem(1).what("A password is given without a user.");
    }

    @Test
    void loginWhenTheSettingsDoNotHaveTheServerTellsIt() {
        to.server = "other";
        login();
        probe.assertMistakes()
                .hasId("server-unknown")
                .what("settings.xml has no server 'other' with a user and a password.")
                .where("<to><server>")
                .fix("add a <server> with this <id>, a <username> and a <password> to ~/.m2/settings.xml")
                .isMistake();
    }

    @Test
    void exposedWhenThereIsNoPasswordIsEmpty() {
        assertThat(to.exposed(probe.at("to"))).isEmpty();
        auth("ci", null);
        assertThat(to.exposed(probe.at("to"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"scratch", " oci:base", "oci-archive:a.tar", "docker-archive:b.tar", "docker-daemon:b", "A B", ""
            })
    void inRegistryOfABaseWhenItIsInNoneIsEmpty(String image) {
        FromParameters from = new FromParameters();
        assertThat(from.inRegistry(Optional.empty())).isEmpty();
        from.image = image;
        assertThat(from.inRegistry(Optional.of("eclipse-temurin:21-jre"))).isEmpty();
    }

    @Test
    void inRegistryIsTheReferenceOfTheImage() {
        FromParameters from = new FromParameters();
        assertThat(from.inRegistry(Optional.of("eclipse-temurin:21-jre")))
                .hasToString("Optional[eclipse-temurin:21-jre]");
        from.image = " registry.example.com/java:21 ";
        assertThat(from.inRegistry(Optional.empty()).map(ImageReference::registry))
                .contains("registry.example.com");
        from.image = "registry://registry.example.com/java:21";
        assertThat(from.inRegistry(Optional.empty()).map(ImageReference::registry))
                .contains("registry.example.com");
        assertThat(to.inRegistry()).isEmpty();
        to.image = "shop/cart";
        assertThat(to.inRegistry().map(ImageReference::registry)).contains("docker.io");
    }
}
