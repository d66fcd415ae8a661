package dev.layered.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One run of a program: what it wrote, and how it ended.
 *
 * <p>A program that writes more than it may, or is not done at the limit, is killed with its children.
 */
public record ProgramRun(int exitValue, byte[] output, byte[] errors) {

    /**
     * Runs the program to its end.
     *
     * @param input given to it
     * @param longest of what it may write, in bytes
     * @param limit how long it may take
     * @throws IOException if it does not start, or writes without an end
     * @throws TimeoutException if it is not done at the limit
     */
    public static ProgramRun of(ProcessBuilder builder, byte[] input, int longest, Duration limit)
            throws IOException, TimeoutException, InterruptedException {
        Process process = builder.start();
        try {
            CompletableFuture<byte[]> output = read(process, process.getInputStream(), longest);
            CompletableFuture<byte[]> errors = read(process, process.getErrorStream(), longest);
            write(process, input);
            CompletableFuture.allOf(output, errors, process.onExit()).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new ProgramRun(process.exitValue(), output.join(), errors.join());
        } catch (ExecutionException e) {
            throw new IOException("its answer is longer than " + longest + " bytes, or broke off", e.getCause());
        } finally {
            kill(process);
        }
    }

    /** Gives the input; a program that does not read it may have an answer all the same. */
    private static void write(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException closed) {
            // what it answers decides
        }
    }

    private static CompletableFuture<byte[]> read(Process process, InputStream in, int longest) {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        byte[] bytes = in.readNBytes(longest + 1);
                        if (bytes.length > longest) {
                            throw new IOException("too long");
                        }
                        read.complete(bytes);
                    } catch (IOException e) {
                        kill(process);
                        read.completeExceptionally(e);
                    }
                },
                "layered-program");
        reader.setDaemon(true);
        reader.start();
        return read;
    }

    /**
     * The children are listed before their parent dies: then nothing would tell whose they are. What a program that
     * ended by itself left behind is meant to live, such as an agent that keeps keys.
     */
    private static void kill(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
