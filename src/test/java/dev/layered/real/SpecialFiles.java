package dev.layered.real;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with files of every kind that images have, for an extra directory that goes over {@link SystemBase}. */
public final class SpecialFiles {

    /** In the bytes of UTF-8, which not every locale has letters for. */
    private static final String NAMED = "srv/%C3%9Cbersicht%20%E2%82%AC%20%F0%9F%98%80.txt";

    private SpecialFiles() {}

    /** Writes them; modes and owners come from the project's rules, but for what is executable here. */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        file(folder, "tmp/cart/work.txt");
        file(folder, "home/cart/.config/cart.conf");
        file(folder, "home/cart/.secret");
        file(folder, "lib/cart.so");
        file(folder, "etc/motd");
        file(folder, "srv/" + "over-a-hundred-characters/".repeat(4) + "file.txt");
        file(folder, "srv/" + "over-two-hundred-and-fifty-five-characters/".repeat(7) + "file.txt");
        file(folder, NAMED);
        Files.createDirectories(folder.resolve("srv/empty"));
        Files.write(folder.resolve("srv/empty.txt"), new byte[0]);
        file(folder, "opt/cart.sh");
        LayoutReader.expect(folder.resolve("opt/cart.sh").toFile().setExecutable(true), "not executable");
        Files.createSymbolicLink(folder.resolve("opt/cart"), Path.of("cart.sh"));
    }

    /** Deletes the folder: in the locale C the next build's clean could not. */
    public static void delete(Path folder) throws IOException {
        Folder.delete(folder);
    }

    private static void file(Path folder, String name) throws IOException {
        // the URI of a folder that is there ends with a slash
        Path file = Path.of(URI.create(folder.toUri() + name));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content of " + name + "\n");
    }
}
