package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, within a time, and returns what it wrote. */
final class ToolRun {

    private ToolRun() {}

    /** Returns standard output and error together; a failure carries them in its message. */
    static String of(Path directory, int seconds, Map<String, String> environment, List<String> command)
            throws IOException {
        // a file and not a pipe: a program whose child keeps the pipe open would hold us for ever
        Path written = Files.createTempFile("output", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(written.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String output = Files.readString(written);
            LayoutReader.expect(ended, "not done after " + seconds + " s: " + command + "\n" + output);
            LayoutReader.expect(process.exitValue() == 0, process.exitValue() + " from " + command + "\n" + output);
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command, e);
        } finally {
            Files.delete(written);
        }
    }

    /** Runs where it does not matter, in a minute at most. */
    static String of(String... command) throws IOException {
        return of(Path.of("").toAbsolutePath(), 60, Map.of(), List.of(command));
    }
}
