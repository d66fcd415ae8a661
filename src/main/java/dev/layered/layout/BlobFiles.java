package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.store.AtomicFile;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder {@code blobs/sha256} of an image layout: each file bears the digest of its bytes as its name. */
final class BlobFiles {

    private final Path folder;

    BlobFiles(Path folder) {
        this.folder = folder;
    }

    Path path(Digest digest) {
        return folder.resolve(digest.hex());
    }

    /** Whether the blob is here, whole: its bytes are read and hashed unless they are known. */
    boolean holds(Descriptor descriptor, KnownFiles known) {
        Path path = path(descriptor.digest());
        try {
            return Files.isRegularFile(path)
                    && Files.size(path) == descriptor.size()
                    && known.digestOfOwn(path).equals(descriptor.digest());
        } catch (IOException | UncheckedIOException e) {
            return false; // what cannot be read is written again
        }
    }

    /**
     * Writes the blob unless it is here.
     *
     * @return whether it was written
     * @throws LayeredFailure {@code layout-blob-damaged} if the bytes are not those of the descriptor
     */
    boolean add(Blob blob) {
        Descriptor descriptor = blob.descriptor();
        if (holds(descriptor, KnownFiles.NONE)) {
            return false;
        }
        AtomicFile.write(path(descriptor.digest()), out -> BlobCopy.copy(blob, out));
        return true;
    }

    void removeAllBut(Set<Digest> needed) {
        Set<String> names = needed.stream().map(Digest::hex).collect(Collectors.toSet());
        try (Stream<Path> blobs = Files.list(folder)) {
            for (Path blob : blobs.toList()) {
                if (!names.contains(blob.getFileName().toString())) {
                    Files.deleteIfExists(blob);
                }
            }
        } catch (IOException e) {
            throw LayoutFailure.unusable(folder.toString(), e);
        }
    }
}
