package dev.layered.deflate;

import com.sun.management.OperatingSystemMXBean;
import dev.layered.jar.JarParts;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.io.output.CountingOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Compares size and processor time with the JDK's encoder at level 6, round by round side by side, for all files below
 * a folder. It asserts nothing, and runs only where {@code benchmark.folder} names one.
 */
@EnabledIfSystemProperty(named = "benchmark.folder", matches = ".+")
final class DeflateBenchmarkTest {

    private static final int ROUNDS = 6;

    @FunctionalInterface
    private interface Encoding {
        void write(List<Path> files, OutputStream out) throws IOException;
    }

    @Test
    void compareWithTheJdk() throws IOException {
        List<Path> files;
        try (var found = Files.walk(Path.of(System.getProperty("benchmark.folder")))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (int round = 1; round <= ROUNDS; round++) {
            long[] own = measure(files, DeflateBenchmarkTest::own);
            long[] jdk = measure(files, DeflateBenchmarkTest::jdk);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: size %.4f, processor time %.2f of the JDK's (%d files, %.1f MB)%n",
                    round,
                    (double) own[0] / jdk[0],
                    (double) own[1] / jdk[1],
                    files.size(),
                    jdk[2] / 1e6);
        }
    }

    /** Returns bytes written, nanoseconds of this process, and bytes read. */
    private static long[] measure(List<Path> files, Encoding encoding) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        CountingOutputStream out = new CountingOutputStream(OutputStream.nullOutputStream());
        long start = system.getProcessCpuTime();
        encoding.write(files, out);
        long time = system.getProcessCpuTime() - start;
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return new long[] {out.getByteCount(), time, size};
    }

    private static void own(List<Path> files, OutputStream out) throws IOException {
        byte[] chunk = new byte[1 << 16];
        try (DeflateOutput deflate = new DeflateOutput(out)) {
            for (Path file : files) {
                try (JarParts parts = JarParts.open(file, JarParts.Mode.PARTS)) {
                    while (parts.next()) {
                        deflate.packed(parts.isPacked() ? parts.size() : 0);
                        for (int count = parts.read(chunk); count >= 0; count = parts.read(chunk)) {
                            deflate.write(chunk, 0, count);
                        }
                    }
                }
            }
        }
    }

    private static void jdk(List<Path> files, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(6, true);
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, deflater, 1 << 16)) {
            for (Path file : files) {
                Files.copy(file, deflate);
            }
        } finally {
            deflater.end();
        }
    }
}
