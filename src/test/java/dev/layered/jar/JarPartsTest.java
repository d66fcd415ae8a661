package dev.layered.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarPartsTest {

    private static final List<String> NAMES =
            List.of("META-INF/", "META-INF/MANIFEST.MF", "dev/", "dev/B.class", "dev/A.class", "empty.txt");

    @TempDir
    private Path folder;

    @Test
    void openWhenTimesAndOrderDifferGivesTheSameBytes() throws IOException {
        List<String> reversed = new ArrayList<>(NAMES);
        Collections.reverse(reversed);

        byte[] one = opened(jar(NAMES, Instant.parse("2024-02-03T04:05:06Z")));
        byte[] other = opened(jar(reversed, Instant.parse("2026-11-12T13:14:16Z")));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void openWhenAContentDiffersGivesOtherBytes() throws IOException {
        byte[] one = opened(jar(NAMES, Instant.EPOCH.plusSeconds(1_000_000_000)));
        byte[] other = opened(jar(NAMES.subList(0, 5), Instant.EPOCH.plusSeconds(1_000_000_000)));

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void openWhenAJarGivesOneThatEveryReaderReads() throws IOException {
        Path jar = jar(NAMES, Instant.parse("2024-02-03T04:05:06Z"));
        byte[] timeless = opened(jar);
        Path copy = Files.write(folder.resolve("copy.jar"), timeless);

        assertThat(timeless).hasSize((int) Files.size(jar));
        Map<String, String> streamed = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(timeless))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                streamed.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo("1980-01-01T00:00:00Z");
            }
        }
        assertThat(streamed.keySet())
                .containsExactly(
                        "META-INF/", "META-INF/MANIFEST.MF", "dev/", "dev/A.class", "dev/B.class", "empty.txt");
        try (ZipFile read = new ZipFile(copy.toFile())) {
            assertThat(read.size()).isEqualTo(NAMES.size());
            for (Map.Entry<String, String> entry : streamed.entrySet()) {
                assertThat(read.getInputStream(read.getEntry(entry.getKey())).readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(entry.getValue())
                        .isEqualTo(entry.getKey().endsWith("/") ? "" : content(entry.getKey()));
            }
        }
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(timeless))) {
            assertThat(in.getManifest()).isNotNull();
        }
    }

    @Test
    void openWhenSomethingStandsBeforeTheJarKeepsIt() throws IOException {
        byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.UTF_8);
        Path jar = jar(NAMES, Instant.parse("2024-02-03T04:05:06Z"));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(script);
        both.write(Files.readAllBytes(jar));
        Path executable = Files.write(folder.resolve("executable.jar"), both.toByteArray());

        // its offsets count from the jar's beginning, which is none that we read
        assertThat(opened(executable)).isEqualTo(both.toByteArray());
    }

    @Test
    void openWhenNoJarGivesItAsItIs() throws IOException {
        byte[] bytes = "just a text, and not a jar".getBytes(StandardCharsets.UTF_8);

        assertThat(opened(Files.write(folder.resolve("text.jar"), bytes))).isEqualTo(bytes);
        assertThat(opened(Files.write(folder.resolve("nothing.jar"), new byte[0])))
                .isEmpty();
    }

    @Test
    void openWhenAnyByteIsDamagedGivesAsManyBytes() throws IOException {
        byte[] whole = Files.readAllBytes(jar(NAMES, Instant.parse("2024-02-03T04:05:06Z")));
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = whole.clone();
            int length = random.nextInt(10) == 0 ? random.nextInt(damaged.length) : damaged.length;
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Path file = Files.write(folder.resolve("damaged.jar"), java.util.Arrays.copyOf(damaged, length));

            assertThat(opened(file)).hasSize(length);
            assertThat(read(file, JarParts.Mode.PARTS)).isEqualTo(Files.readAllBytes(file));
            assertThat(read(file, JarParts.Mode.WHOLE)).isEqualTo(Files.readAllBytes(file));
        }
    }

    private Path jar(List<String> names, Instant time) throws IOException {
        Path jar = Files.createTempFile(folder, "jar", ".jar");
        Instant next = time;
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                next = next.plusSeconds(60);
                entry.setLastModifiedTime(FileTime.from(next));
                if (name.endsWith("A.class")) {
                    entry.setLastAccessTime(FileTime.from(next.plusSeconds(7)));
                }
                out.putNextEntry(entry);
                out.write(name.endsWith("/") ? new byte[0] : content(name).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }

    private static String content(String name) {
        return switch (name) {
            case "META-INF/MANIFEST.MF" -> "Manifest-Version: 1.0\r\n\r\n";
            case "empty.txt" -> "";
            default -> name.repeat(300);
        };
    }

    private static byte[] opened(Path jar) throws IOException {
        return read(jar, JarParts.Mode.TIMELESS);
    }

    private static byte[] read(Path jar, JarParts.Mode mode) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[100];
        try (JarParts in = JarParts.open(jar, mode)) {
            while (in.next()) {
                int before = bytes.size();
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    bytes.write(chunk, 0, count);
                }
                assertThat(bytes.size() - before).isEqualTo((int) in.size());
            }
        }
        return bytes.toByteArray();
    }
}
