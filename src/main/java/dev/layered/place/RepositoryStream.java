package dev.layered.place;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The content of a blob in a repository, whose faults are those of the image. */
final class RepositoryStream extends FilterInputStream {

    private final String place;

    RepositoryStream(InputStream in, String place) {
        super(in);
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return RepositoryDocuments.ofTheImage(() -> readUnchecked(bytes, offset, length), place);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int readUnchecked(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
