package dev.layered.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A base image of a few bytes per architecture: enough to be built upon, not to be run. */
public final class SmallBase {

    private SmallBase() {}

    /** Writes a layout with an index of linux on each of the architectures. */
    public static void write(Path layout, String... architectures) throws IOException {
        LayoutWriter writer = new LayoutWriter(layout);
        Path work = Files.createTempDirectory("layers");
        try {
            for (String architecture : architectures) {
                Path layer = layer(work, architecture);
                writer.image(architecture, List.of("PATH=/usr/bin", "MACHINE=" + architecture), List.of(layer));
            }
        } finally {
            Folder.delete(work);
        }
        writer.close("small");
    }

    /** Writes a layer that tells the architecture into the directory, and returns its file. */
    static Path layer(Path directory, String architecture) throws IOException {
        Path file = directory.resolve(architecture + ".tar.gz");
        try (LayerTar tar = new LayerTar(file)) {
            tar.directory("etc", 0755).file("etc/machine", architecture.getBytes(StandardCharsets.UTF_8), 0644);
        }
        return file;
    }
}
