package dev.layered.store;

import dev.layered.image.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * A new file under a temporary name in its target's folder; it becomes the target whole or goes away.
 *
 * <p>It is locked while it is written, so that {@link TempFiles} can tell it from one that a dead run left. Failures of
 * the disk come out as {@code disk-full} or {@code file-write}, from the stream too. Not thread-safe.
 */
final class TempFile implements AutoCloseable {

    private static final int CHUNK = 1 << 16;
    private static final int MOST_TRIES = 10;

    private final Path file;
    private final Path shown;
    private final FileChannel channel;
    private final OutputStream out = new BufferedOutputStream(new Sink(), CHUNK);
    private long written;

    private TempFile(Path file, Path shown, FileChannel channel) {
        this.file = file;
        this.shown = shown;
        this.channel = channel;
    }

    /**
     * Creates an empty file in the folder, which is created too where it is missing.
     *
     * @param shown the path that messages name
     */
    static TempFile create(Path folder, Path shown) {
        for (int tries = 1; ; tries++) {
            try {
                return open(folder, shown);
            } catch (IOException e) {
                // a folder that is not there was deleted just now, by the user or by another run
                if (!(e instanceof NoSuchFileException) || tries == MOST_TRIES) {
                    throw WriteFailure.of(shown, e, 0, 0);
                }
            }
        }
    }

    private static TempFile open(Path folder, Path shown) throws IOException {
        createFolder(folder);
        Path file = folder.resolve(TempFiles.newName());
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        TempFile temp = new TempFile(file, shown, channel);
        temp.lock();
        return temp;
    }

    /** Creates the folder and its parents; a link to a folder is one, which Java 17's own method denies. */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    @SuppressWarnings("try")
    private void lock() {
        try {
            FileLock untilTheChannelIsClosed = channel.tryLock();
        } catch (IOException e) {
            // a file system without locks: age alone tells that a temporary file is dead
        }
    }

    /** Returns the buffered stream into the file; closing it does nothing. */
    OutputStream out() {
        return out;
    }

    /** Whether the operating system copied all of another file here; where not, what is here is of no use. */
    boolean isCopyOf(Path source) {
        try (FileChannel from = FileChannel.open(source)) {
            long size = from.size();
            while (written < size) {
                long count = from.transferTo(written, size - written, channel);
                if (count <= 0) {
                    return false;
                }
                written += count;
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the digest of what is in the file, whose lock another channel would give up. */
    Digest digest() throws IOException {
        MessageDigest sha256 = Digest.sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long at = 0; at < written; ) {
            int count = channel.read(chunk.clear(), at);
            if (count < 0) {
                break; // it was cut, and has another digest
            }
            sha256.update(chunk.flip());
            at += count;
        }
        return Digest.of(sha256);
    }

    /** Returns where the file is until it is moved. */
    Path path() {
        return file;
    }

    /** Brings everything to the disk and ends writing; must be called before {@link #moveTo}. */
    void finish() {
        try {
            out.flush();
            channel.force(true);
            channel.close();
        } catch (IOException e) {
            throw WriteFailure.of(shown, e, written, 0);
        }
    }

    /** Gives the finished file its final name in one step, replacing what stood there, and makes that lasting. */
    void moveTo(Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(target.toAbsolutePath().getParent());
    }

    /** Makes the names in a folder lasting, where the operating system can. */
    static void syncFolder(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows and some network file systems cannot; the rename has happened all the same
        }
    }

    /** Deletes the file unless it was moved. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // what counts is that the file goes
        }
        TempFiles.deleteQuietly(file);
    }

    private final class Sink extends OutputStream {

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            long needed = written + length;
            try {
                // in chunks, for the channel copies each into memory outside the heap
                for (int at = offset, end = offset + length; at < end; ) {
                    ByteBuffer chunk = ByteBuffer.wrap(bytes, at, Math.min(CHUNK, end - at));
                    at += chunk.remaining();
                    while (chunk.hasRemaining()) {
                        written += channel.write(chunk);
                    }
                }
            } catch (IOException e) {
                throw WriteFailure.of(shown, e, needed, written);
            }
        }
    }
}
