package dev.layered.real;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is in a jar, whatever the times and the order of its entries. */
public final class JarContents {

    private JarContents() {}

    /** Returns digests of the contents by name, as the JDK reads the jar. */
    public static Map<String, String> of(byte[] jar) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                contents.put(entry.getName(), Sha256.of(in.readAllBytes()));
            }
        }
        return contents;
    }
}
