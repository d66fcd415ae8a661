package dev.layered.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpringBootJarTest {

    @TempDir
    private Path folder;

    /** Writes a jar whose manifest has one attribute. */
    private Path jar(String attribute) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(attribute, "BOOT-INF/classes/");
        Path file = folder.resolve("cart.jar");
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file;
    }

    @Test
    void isWhenTheManifestSaysSo() throws IOException {
        assertThat(SpringBootJar.is(jar("Spring-Boot-Classes"))).isTrue();
        assertThat(SpringBootJar.is(jar("Spring-Boot-Version"))).isFalse();
    }

    @Test
    void isWhenItIsNoJarOrHasNoManifestIsNot() throws IOException {
        Path plain = folder.resolve("plain.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(plain))) {
            out.putNextEntry(new ZipEntry("BOOT-INF/classes/"));
        }
        assertThat(SpringBootJar.is(plain)).isFalse();
        assertThat(SpringBootJar.is(Files.writeString(folder.resolve("text.jar"), "Spring-Boot-Classes")))
                .isFalse();
        assertThat(SpringBootJar.is(folder.resolve("missing.jar"))).isFalse();
        assertThat(SpringBootJar.is(folder)).isFalse();
    }

    @Test
    void plainIsTheOriginalBesideIt() throws IOException {
        Path jar = jar("Spring-Boot-Classes");
        assertThat(SpringBootJar.plain(jar)).isEmpty();
        Path original = folder.resolve("cart.jar.original");
        Files.createDirectory(original);
        assertThat(SpringBootJar.plain(jar)).isEmpty();
        Files.delete(original);
        Files.writeString(original, "x");
        assertThat(SpringBootJar.plain(jar)).contains(original);
    }
}
