package dev.layered.faults;

import dev.layered.build.TestProject;
import dev.layered.failure.LayeredFailure;
import dev.layered.outcome.BuildOutcome;
import dev.layered.report.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A build in a process of its own, which waits for a signal before it begins. */
final class ForkedBuild implements AutoCloseable {

    private static final String READY = "ready";
    private static final int LONGEST_MINUTES = 20;

    private final Process process;

    private ForkedBuild(Process process) {
        this.process = process;
    }

    /** Starts the process with that much heap, and returns when it is ready to begin. */
    static ForkedBuild ready(String heap, TestProject project) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedBuild.class.getName(),
                        project.folder.toString(),
                        project.output.toString(),
                        project.store.toString())
                .redirectErrorStream(true)
                .start();
        ForkedBuild build = new ForkedBuild(process);
        String line = process.inputReader().readLine();
        if (!READY.equals(line)) {
            throw new AssertionError(line + build.rest());
        }
        return build;
    }

    /** Lets it begin. */
    ForkedBuild begin() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return this;
    }

    /** Waits for the end, which must be a good one, and returns the digest. */
    String digest() throws IOException, InterruptedException {
        List<String> lines = process.inputReader().lines().toList();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new AssertionError(String.join("\n", lines));
        }
        return String.join("\n", lines);
    }

    /** Kills it when so much time is over, in whatever it does; returns whether it was still at it. */
    boolean killAfter(long milliseconds) throws InterruptedException {
        boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    private String rest() {
        return String.join("\n", process.inputReader().lines().toList());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Builds as the goal does, with the files for other tools last. */
    static BuildOutcome build(TestProject project) {
        BuildOutcome outcome = project.build();
        ImageFiles.writeBuilt(List.of(outcome), project.output);
        return outcome;
    }

    /** Builds the project of a folder, an output and a store; prints the digest, or what is wrong. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(READY);
        System.in.read();
        TestProject project = TestProject.of(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        try {
            System.out.println(build(project).image().target().digest());
        } catch (LayeredFailure failure) {
            System.out.println(failure.problems());
            System.exit(1);
        }
    }
}
