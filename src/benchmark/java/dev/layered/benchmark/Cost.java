package dev.layered.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one program with all its children took.
 *
 * @param wall seconds
 * @param cpu seconds of user and system
 * @param memory bytes of resident memory at its highest, of the largest process
 */
record Cost(double wall, double cpu, long memory) {

    private static final int KILOBYTE = 1024;

    /** Runs the command to its end; a failure carries what it wrote. */
    static Cost of(Path directory, Map<String, String> environment, List<String> command) throws IOException {
        Path times = Files.createTempFile("times", ".txt");
        Path written = Files.createTempFile("output", ".txt");
        try {
            List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-o", times.toString(), "-f", "%e %U %S %M"));
            timed.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(timed)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(written.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException(exit + " from " + command + "\n" + Files.readString(written));
            }
            return parse(Files.readString(times).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command, e);
        } finally {
            Files.delete(times);
            Files.delete(written);
        }
    }

    private static Cost parse(String times) {
        String[] parts = times.split(" ");
        return new Cost(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]),
                Long.parseLong(parts[3]) * KILOBYTE);
    }
}
