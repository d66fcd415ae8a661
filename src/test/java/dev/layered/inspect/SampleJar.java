package dev.layered.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar of a few bytes, as a test wants it. */
final class SampleJar {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    SampleJar() {
        with("com/example/Some.class", "a class".getBytes(StandardCharsets.UTF_8));
    }

    SampleJar with(String path, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(path));
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what Maven adds. */
    SampleJar of(String group, String artifact, String version) {
        String text = "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n";
        return with(
                "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
                text.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
