package dev.layered.real;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Programs of the outside world that judge our images; not every machine has them, but a CI machine must. */
public final class RealTool {

    private RealTool() {}

    /**
     * Whether all the programs are on the PATH, and the build may use them; if not, one line says what is not proven.
     *
     * @throws AssertionError if one is missing and the environment says {@code CI=true}
     */
    public static boolean areThere(String proof, String... programs) {
        List<String> missing =
                Arrays.stream(programs).filter(program -> !isThere(program)).toList();
        return missing.isEmpty() || skip(proof + ": not on the PATH: " + String.join(", ", missing));
    }

    /** Whether this is root, for programs that need it; otherwise as {@link #areThere}. */
    public static boolean isRoot(String proof) {
        return "root".equals(System.getProperty("user.name")) || skip(proof + ": needs root");
    }

    /** Whether this is root who may mount file systems, as not every container lets him; otherwise as above. */
    public static boolean mayMount(String proof) {
        return isRoot(proof) && (SmallDisk.isPossible() || skip(proof + ": root may not mount a file system here"));
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean skip(String why) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError("CI must prove everything. " + why);
        }
        told().println("[WARNING] Not proven here: " + why);
        return false;
    }

    private static PrintStream told() {
        // in Maven's own process the invoker sends what scripts print into a log that nobody opens
        boolean script = System.getProperty("maven.home") != null;
        return script ? new PrintStream(new FileOutputStream(FileDescriptor.out), true) : System.out;
    }
}
