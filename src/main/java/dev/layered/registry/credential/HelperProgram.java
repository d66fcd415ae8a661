package dev.layered.registry.credential;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.program.ProgramRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * A credential helper: a program that keeps passwords (protocol of the project docker-credential-helpers).
 *
 * <p>It is started without a shell, and the registry goes to its standard input. What it answers is shown nowhere; what
 * it says when it fails is shown unless it looks like an answer.
 *
 * @param source what to say of the credentials' origin
 * @param place what names the program
 * @param machine the variables that the program gets
 */
record HelperProgram(Path file, String source, String place, Machine machine, Duration limit) {

    /** The longest answer, in bytes. */
    static final int LONGEST = 1 << 20;

    private static final String NOT_FOUND = "credentials not found";

    /**
     * Returns what the program has for a registry, spelled as in its store.
     *
     * @throws LayeredFailure {@code credential-helper} if it fails, hangs or answers nonsense
     */
    Optional<Credentials> ask(String registry) {
        ProgramRun run = run(registry);
        if (run.exitValue() == 0) {
            return read(run.output(), registry);
        }
        String said = text(run.output());
        if (said.toLowerCase(Locale.ROOT).contains(NOT_FOUND)) {
            return Optional.empty();
        }
        said = said.isEmpty() ? text(run.errors()) : said;
        boolean isShown = !said.isEmpty() && said.indexOf('{') < 0;
        throw failed(registry, "exit value " + run.exitValue() + (isShown ? ", " + Shown.quoted(said) : ""), null);
    }

    private ProgramRun run(String registry) {
        ProcessBuilder builder = new ProcessBuilder(file.toString(), "get");
        builder.environment().clear();
        builder.environment().putAll(machine.environment());
        try {
            return ProgramRun.of(builder, registry.getBytes(StandardCharsets.UTF_8), LONGEST, limit);
        } catch (TimeoutException e) {
            throw failed(registry, "it was not done after " + limit.toSeconds() + " s", null);
        } catch (IOException e) {
            throw failed(registry, Shown.text(String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(registry, "the run was interrupted", null);
        }
    }

    /** What the reader says of an answer that is no good is not passed on: it quotes the answer. */
    private Optional<Credentials> read(byte[] output, String registry) {
        try {
            JsonObject answer = Json.parse(output, "answer");
            String user = answer.text("Username").orElse("");
            String secret = answer.text("Secret").orElse("");
            return Optional.of(Credentials.kept(user, secret, source)).filter(found -> !secret.isEmpty());
        } catch (LayeredFailure quoting) {
            throw failed(registry, "its answer is not the JSON object that it should be", null);
        }
    }

    private LayeredFailure failed(String registry, String reason, IOException cause) {
        return LayeredFailure.outside(
                new Problem(
                        "credential-helper",
                        Shown.quoted(file.getFileName()) + " did not give the credentials for " + Shown.quoted(registry)
                                + ": " + reason + ".",
                        Shown.text(place),
                        "run " + file.getFileName() + " get, type " + Shown.text(registry)
                                + " and the end of the input, and mend what it says"),
                cause);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
