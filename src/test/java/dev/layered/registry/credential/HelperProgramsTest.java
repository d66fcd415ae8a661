package dev.layered.registry.credential;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelperProgramsTest {

    @TempDir
    private Path folder;

    private SampleMachine sample;

    @BeforeEach
    void makeMachine() {
        sample = new SampleMachine(folder);
    }

    @Test
    void askWhenProgramKnowsReturnsUserAndPassword() throws Exception {
        sample.helper("x", "a.example", "me", "pw");
        Credentials found = sample.programs().ask("x", "a.example", "the test").orElseThrow();
        assertThat(found.kind() + " " + found.user() + " " + found.secret()).isEqualTo("PASSWORD me pw");
        assertThat(found.source()).isEqualTo("docker-credential-x (the test)");
    }

    @Test
    void askWhenUserIsTokenReturnsIdentityToken() throws Exception {
        sample.helper("x", "a.example", "<token>", "refresh");
        Credentials found = sample.programs().ask("x", "a.example", "the test").orElseThrow();
        assertThat(found.kind()).isEqualTo(Credentials.Kind.IDENTITY_TOKEN);
        assertThat(found.secret()).isEqualTo("refresh");
    }

    @Test
    void askWhenRegistryIsDockerHubTriesBothSpellings() throws Exception {
        sample.helper("x", "docker.io", "me", "pw");
        assertThat(sample.programs().ask("x", "docker.io", "the test")).isPresent();
        assertThat(sample.questions()).isEqualTo("get https://index.docker.io/v1/\nget docker.io\n");
    }

    @Test
    void askWhenAskedAgainDoesNotRunTheProgramAgain() throws Exception {
        sample.helper("x", "a.example", "me", "pw");
        HelperPrograms programs = sample.programs();
        assertThat(programs.ask("x", "a.example", "the test")).isPresent();
        assertThat(programs.ask("x", "a.example", "the test")).isPresent();
        assertThat(programs.ask("x", "b.example", "the test")).isEmpty();
        assertThat(programs.ask("x", "b.example", "the test")).isEmpty();
        assertThat(sample.questions()).isEqualTo("get a.example\nget b.example\n");
    }

    @Test
    void askWhenRegistryHoldsShellCommandsRunsNone() throws Exception {
        Path proof = folder.resolve("proof");
        sample.helper("x", "a.example", "me", "pw");
        assertThat(sample.programs().ask("x", "$(touch " + proof + "); touch " + proof, "the test"))
                .isEmpty();
        assertThat(proof).doesNotExist();
    }

    @Test
    void askWhenPathIsAbsoluteRunsThatFile() throws Exception {
        Path file = Files.move(sample.helper("x", "a.example", "me", "pw"), folder.resolve("keys"));
        assertThat(sample.programs().ask(file.toString(), "a.example", "the test"))
                .hasValueSatisfying(found -> assertThat(found.source()).isEqualTo("keys (the test)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "./x", "bin/x", "-x", "x y", "/nowhere/x", "/tmp", "x\0", "a\nb"})
    void askWhenNameIsNoneFails(String name) {
        assertFailure(() -> sample.programs().ask(name, "a.example", "the test"))
                .hasId("credential-helper-missing")
                .whatContains(" is neither the name of a credential helper nor the absolute path of one.")
                .where("the test")
                .isPrintable()
                .isMistake();
    }

    @Test
    void askWhenProgramFailsTellsWhatItSays() throws Exception {
        sample.helper("x", "echo pass store is uninitialized; exit 1");
        assertFailed("exit value 1, 'pass store is uninitialized'");
        sample.helper("x", "echo no account is active >&2; exit 3");
        assertFailed("exit value 3, 'no account is active'");
        sample.helper("x", "exit 4");
        assertFailed("exit value 4");
    }

    @Test
    void askWhenFailingProgramPrintsAnAnswerDoesNotShowIt() throws Exception {
        sample.helper("x", "echo '{\"Username\":\"me\",\"Secret\":\"hunter2\"}'; exit 1");
        assertFailed("exit value 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hunter2", "", "[\"hunter2\"]", "{\"Username\":\"me\",\"Secret\":{\"hunter2\":1}}", "{hunter2}"})
    void askWhenAnswerIsJunkFailsWithoutQuotingIt(String answer) throws Exception {
        sample.helper("x", "echo '" + answer + "'");
        assertFailed("its answer is not the JSON object that it should be");
    }

    @Test
    void askWhenProgramCannotBeStartedFails() throws Exception {
        Files.writeString(sample.helper("x", ""), "#!/nowhere/sh\n");
        ask(sample.programs()).hasId("credential-helper").isOutside().isPrintable();
    }

    @Test
    void askWhenProgramHangsFailsAtTheLimit() throws Exception {
        sample.helper("x", "sleep 1000");
        ask(sample.programs(Duration.ofMillis(100)))
                .hasId("credential-helper")
                .whatContains("it was not done after 0 s")
                .isOutside();
    }

    @Test
    void askWhenProgramWritesForEverKillsItAndItsChildren() throws Exception {
        Path pids = folder.resolve("pids");
        sample.helper("x", "sleep 1000 &\necho $! >> " + pids + "\necho $$ >> " + pids + "\nyes hunter2");
        assertFailed("its answer is longer than 1048576 bytes, or broke off");
        assertThat(Files.readAllLines(pids)).hasSize(2).allSatisfy(HelperProgramsTest::assertEnds);
    }

    private static void assertEnds(String pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElse(null);
        if (process != null) {
            process.onExit().get(1, TimeUnit.MINUTES);
        }
    }

    private void assertFailed(String reason) {
        ask(sample.programs())
                .hasId("credential-helper")
                .what("'docker-credential-x' did not give the credentials for 'a.example': " + reason + ".")
                .where("the test")
                .fix("run docker-credential-x get, type a.example and the end of the input, and mend what it says")
                .isOutside();
    }

    private static FailureAssert ask(HelperPrograms programs) {
        return assertFailure(() -> programs.ask("x", "a.example", "the test"));
    }
}
