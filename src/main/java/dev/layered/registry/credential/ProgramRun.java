package dev.layered.registry.credential;

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
 * <p>A program that writes more than {@value #LONGEST} bytes, or is not done at the limit, is killed with its children.
 */
record ProgramRun(int exitValue, byte[] output, byte[] errors) {

    /** The longest answer, in bytes. */
    static final int LONGEST = 1 << 20;

    /**
     * Runs the program to its end.
     *
     * @throws IOException if it does not start, or writes without an end
     * @throws TimeoutException if it is not done at the limit
     */
    static ProgramRun of(ProcessBuilder builder, byte[] input, Duration limit)
            throws IOException, TimeoutException, InterruptedException {
        Process process = builder.start();
        try {
            CompletableFuture<byte[]> output = read(process, process.getInputStream());
            CompletableFuture<byte[]> errors = read(process, process.getErrorStream());
            write(process, input);
            CompletableFuture.allOf(output, errors, process.onExit()).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new ProgramRun(process.exitValue(), output.join(), errors.join());
        } catch (ExecutionException e) {
            throw new IOException("its answer is longer than " + LONGEST + " bytes, or broke off", e.getCause());
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

    private static CompletableFuture<byte[]> read(Process process, InputStream in) {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        byte[] bytes = in.readNBytes(LONGEST + 1);
                        if (bytes.length > LONGEST) {
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
