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
        for (String architecture : architectures) {
            Path layer = layer(architecture);
            writer.image(architecture, List.of("PATH=/usr/bin", "MACHINE=" + architecture), List.of(layer));
            Files.delete(layer);
        }
        writer.close("small");
    }

    /** Writes a layer that tells the architecture, and returns the temporary file. */
    static Path layer(String architecture) throws IOException {
        Path file = Files.createTempFile("layer", ".tar.gz");
        try (LayerTar tar = new LayerTar(file)) {
            tar.directory("etc", 0755).file("etc/machine", architecture.getBytes(StandardCharsets.UTF_8), 0644);
        }
        return file;
    }
}
