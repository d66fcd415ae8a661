package dev.layered.real;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A base image with what a Linux system has above an application's files: folders and links unlike ours. */
public final class SystemBase {

    private static final long CART = 1000;

    private SystemBase() {}

    /** Writes a layout with an index of amd64 and arm64, whose files differ in their times alone. */
    public static void write(Path layout) throws IOException {
        LayoutWriter writer = new LayoutWriter(layout);
        Path work = Files.createTempDirectory("layers");
        try {
            for (String architecture : List.of("amd64", "arm64")) {
                writer.image(architecture, List.of("PATH=/usr/bin:/bin"), layers(work, architecture));
            }
        } finally {
            Folder.delete(work);
        }
        writer.close("system");
    }

    /** Returns what the base of that architecture holds, the upper layer over the lower. */
    public static FileTree files(String architecture) throws IOException {
        Path work = Files.createTempDirectory("layers");
        try {
            FileTree files = new FileTree(Map.of());
            for (Path layer : layers(work, architecture)) {
                try (InputStream tar = new GZIPInputStream(Files.newInputStream(layer))) {
                    files = files.with(FileTree.ofTar(tar));
                }
            }
            return files;
        } finally {
            Folder.delete(work);
        }
    }

    private static List<Path> layers(Path directory, String architecture) throws IOException {
        long time = architecture.equals("amd64") ? 1_600_000_000 : 1_650_000_001;
        Path lower = directory.resolve(architecture + "-system.tar.gz");
        try (LayerTar tar = new LayerTar(lower)) {
            tar.time(time).directory("etc", 0755).file("etc/motd", text("the base's\n"), 0644);
            tar.file("etc/passwd", text("root:x:0:0::/root:/bin/sh\ncart:x:1000:1000::/home/cart:/bin/sh\n"), 0644);
            tar.time(time + 1).directory("tmp", 01777);
            tar.time(time + 2).directory("usr", 0755).directory("usr/lib", 0755);
            tar.file("usr/lib/libbase.so", text("library"), 0755);
            tar.time(time + 3).link("lib", "usr/lib");
        }
        Path upper = directory.resolve(architecture + "-home.tar.gz");
        try (LayerTar tar = new LayerTar(upper)) {
            tar.time(time + 4).directory("home", 0755);
            tar.owner(CART).time(time + 5).directory("home/cart", 0700);
            tar.file("home/cart/.profile", text("umask 027\n"), 0600);
        }
        return List.of(lower, upper);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
