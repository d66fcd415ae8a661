package dev.layered.history;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.program.ProgramRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Runs the program git in a folder.
 *
 * @param program its name or path
 */
record GitRun(String program, Path folder) {

    static final String FIX = "-Dlayered.suggest.history=0 suggests without the history";

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int LONGEST = 1 << 28;

    /**
     * Returns what git prints.
     *
     * @throws LayeredFailure {@code git-none} if there is no git, {@code git-failed} if it fails or hangs
     */
    byte[] output(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            ProgramRun run = ProgramRun.of(builder, input, LONGEST, LIMIT);
            if (run.exitValue() != 0) {
                throw failed(arguments[0], new String(run.errors(), StandardCharsets.UTF_8).strip(), null);
            }
            return run.output();
        } catch (TimeoutException e) {
            throw failed(arguments[0], "it was not done after " + LIMIT.toSeconds() + " s", null);
        } catch (IOException e) {
            throw none(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(arguments[0], "the run was interrupted", null);
        }
    }

    /** Returns the lines that git prints. */
    List<String> lines(String... arguments) {
        String text = new String(output(new byte[0], arguments), StandardCharsets.UTF_8);
        return text.lines().toList();
    }

    private LayeredFailure failed(String command, String reason, IOException cause) {
        return LayeredFailure.outside(
                new Problem(
                        "git-failed",
                        "git " + command + " does not tell the history: " + Shown.text(reason) + ".",
                        folder.toString(),
                        "mend what git says; " + FIX),
                cause);
    }

    private LayeredFailure none(IOException cause) {
        return LayeredFailure.outside(
                new Problem(
                        "git-none",
                        "The program git cannot be run: " + Shown.text(String.valueOf(cause.getMessage())) + ".",
                        folder.toString(),
                        "install git; " + FIX),
                cause);
    }
}
