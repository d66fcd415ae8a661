package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.tar.TarFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files by name, parts separated by {@code /}: those below a folder, or those in a tar archive. */
interface ImageFiles {

    /** The largest manifest, index or config that is read, in bytes; registries take no more than 4 MiB. */
    int LARGEST_DOCUMENT = 4 << 20;

    /** Returns the files below the folder. */
    static ImageFiles below(Path folder) {
        return new ImageFiles() {
            @Override
            public boolean has(String name) {
                return Files.isRegularFile(folder.resolve(name));
            }

            @Override
            public long size(String name) throws IOException {
                return Files.size(folder.resolve(name));
            }

            @Override
            public InputStream open(String name) throws IOException {
                if (!has(name)) { // to open a named pipe would wait for ever
                    throw LayoutFailure.missing(place(name), name);
                }
                return Files.newInputStream(folder.resolve(name));
            }

            @Override
            public String place(String name) {
                return (name.isEmpty() ? folder : folder.resolve(name)).toString();
            }
        };
    }

    /** Returns the files in the archive. */
    static ImageFiles in(TarFiles archive) {
        return new ImageFiles() {
            @Override
            public boolean has(String name) {
                return archive.has(name);
            }

            @Override
            public long size(String name) {
                return archive.size(name);
            }

            @Override
            public InputStream open(String name) throws IOException {
                if (!archive.has(name)) {
                    throw LayoutFailure.missing(place(name), name);
                }
                return archive.open(name);
            }

            @Override
            public String place(String name) {
                return name.isEmpty() ? archive.archive().toString() : archive.archive() + "!/" + name;
            }
        };
    }

    /** Whether there is a file of that name. */
    boolean has(String name);

    /** Returns the size of a file that is there. */
    long size(String name) throws IOException;

    /**
     * Opens a file.
     *
     * @throws LayeredFailure {@code layout-blob-missing} if it is not there
     */
    InputStream open(String name) throws IOException;

    /** Returns where a file is or would be, for messages; of the empty name where all of them are. */
    String place(String name);

    /**
     * Returns the bytes of a document.
     *
     * @throws LayeredFailure {@code layout-blob-missing}, {@code layout-unusable}, or {@code layout-blob-damaged} if it
     *     is too large for one
     */
    default byte[] document(String name) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(LARGEST_DOCUMENT + 1);
            if (bytes.length > LARGEST_DOCUMENT) {
                throw LayoutFailure.damaged(
                        place(name), "more than " + LARGEST_DOCUMENT + " bytes", "a manifest, index or config");
            }
            return bytes;
        } catch (IOException e) {
            throw LayoutFailure.unusable(place(name), e);
        }
    }
}
