package dev.layered.jar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A jar as if its entries had been written all at one time, by a user of one umask, in the order of their names.
 *
 * <p>Two builds of one source mostly give jars that differ in nothing but that. What the entries hold is not touched, so
 * signatures and the jar's size stay; a file that is no plain jar comes as it is.
 */
public final class TimelessJar {

    private TimelessJar() {}

    /**
     * Opens the jar, which is to be closed. In memory is the central directory alone, at most 64 MiB.
     *
     * @throws IOException if the file cannot be read
     */
    public static InputStream open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            Optional<JarEntries> entries = JarEntries.of(channel);
            return entries.isPresent() ? new JarParts(channel, entries.get()) : Channels.newInputStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
