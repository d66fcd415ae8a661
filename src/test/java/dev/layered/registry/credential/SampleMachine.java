package dev.layered.registry.credential;

import dev.layered.outcome.BuildLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A machine in a folder: a home, a folder of programs that is the whole PATH, and variables. */
public final class SampleMachine {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;

    /** Writes nothing yet. */
    public SampleMachine(Path folder) {
        this.folder = folder;
        environment.put("PATH", folder.resolve("bin").toString());
    }

    public Machine machine() {
        return new Machine(environment, home().toString(), "Linux");
    }

    /** Returns all places of the machine that credentials come from, but none of a cloud's. */
    public CredentialSources sources(CredentialSettings settings, BuildLog log) {
        return CredentialSources.of(settings, programs(), CredentialSource.ANONYMOUS, log);
    }

    HelperPrograms programs() {
        return programs(LIMIT);
    }

    HelperPrograms programs(Duration limit) {
        return new HelperPrograms(machine(), limit, Clock.systemUTC());
    }

    public Path home() {
        return folder.resolve("home");
    }

    public SampleMachine set(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /** Writes a file below the machine's folder, e.g. {@code home/.docker/config.json}. */
    public Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Makes a program {@code docker-credential-NAME} of shell commands. */
    public Path helper(String name, String script) throws IOException {
        Path file = write("bin/docker-credential-" + name, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Makes a helper that has one user for one registry, and notes each question in {@code questions.txt}. */
    public Path helper(String name, String registry, String user, String secret) throws IOException {
        return helper(
                name,
                "read -r registry\necho \"$1 $registry\" >> " + folder.resolve("questions.txt") + "\n"
                        + "if [ \"$registry\" = '" + registry + "' ]; then\n"
                        + "echo '{\"ServerURL\":\"x\",\"Username\":\"" + user + "\",\"Secret\":\"" + secret + "\"}'\n"
                        + "else echo 'credentials not found in native keychain'; exit 1; fi");
    }

    /** Returns what helpers were asked, a line each. */
    public String questions() throws IOException {
        return Files.readString(folder.resolve("questions.txt"));
    }

    /** Returns a login file with one key. */
    public static String auths(String key, String user, String password) {
        return "{\"auths\":{\"" + key + "\":{\"auth\":\"" + basic(user + ":" + password) + "\"}}}";
    }

    public static String basic(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
