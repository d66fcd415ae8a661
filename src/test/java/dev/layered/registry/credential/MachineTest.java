package dev.layered.registry.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineTest {

    @TempDir
    private Path folder;

    @Test
    void programWhenOnAbsoluteFoldersOfPathFindsTheFirstThatRuns() throws Exception {
        SampleMachine sample = new SampleMachine(folder);
        Path program = sample.helper("x", "");
        sample.write("plain/docker-credential-x", "not executable");
        Files.createDirectories(folder.resolve("dir/docker-credential-x"));
        String path = String.join(
                File.pathSeparator,
                "",
                ".",
                folder.resolve("absent").toString(),
                folder.resolve("plain").toString(),
                folder.resolve("dir").toString(),
                folder.resolve("bin").toString());
        assertThat(sample.set("PATH", path).machine().program("docker-credential-x"))
                .contains(program);
        Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("bin"));
        assertThat(sample.set("PATH", relative).machine().program("docker-credential-x"))
                .isEmpty();
        assertThat(new Machine(Map.of(), "/home/me", "Linux").program("docker-credential-x"))
                .isEmpty();
    }

    @Test
    void programWhenOnWindowsHasItsEndingAndVariablesOfAnyCase() throws Exception {
        Path program = Files.move(
                new SampleMachine(folder).helper("x", ""), folder.resolve("bin").resolve("docker-credential-x.cmd"));
        Machine windows =
                new Machine(Map.of("Path", folder.resolve("bin").toString()), "/home/me", "Windows Server 2022");
        assertThat(windows.program("docker-credential-x")).contains(program);
        assertThat(new Machine(windows.environment(), "/home/me", "Linux").variable("PATH"))
                .isEmpty();
    }

    @Test
    void homeWhenUserHasNoAccountIsThatOfTheEnvironment() {
        assertThat(new Machine(Map.of(), "/home/me", "Linux").home()).contains(Path.of("/home/me"));
        assertThat(new Machine(Map.of("HOME", "/home/ci"), "?", "Linux").home()).contains(Path.of("/home/ci"));
        assertThat(new Machine(Map.of("HOME", ""), "?", "Linux").home()).isEmpty();
    }

    @Test
    void pathWhenRelativeStartsAtTheCurrentFolder() {
        Machine machine = new Machine(Map.of("A", "x", "B", "\0"), "/home/me", "Linux");
        assertThat(machine.path("A")).contains(Path.of("x").toAbsolutePath());
        assertThat(machine.path("B")).isEmpty();
        assertThat(machine.path("C")).isEmpty();
    }
}
