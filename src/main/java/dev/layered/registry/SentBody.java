package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.VerifyingInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * The body of a request: content of known length that is read while it is sent, from the start each time it is sent.
 *
 * <p>What goes wrong with the content is kept, because the HTTP client would tell it as a fault of the connection. To be
 * closed, since the client leaves the content open where it gives up sending.
 */
final class SentBody implements AutoCloseable {

    /** Opens the content. */
    @FunctionalInterface
    private interface Content {
        InputStream open() throws IOException;
    }

    private final String mediaType;
    private final long length;
    private final Content content;
    private final String source;
    private final TransferLog progress;
    private volatile long sent;
    private volatile Exception failure;
    private volatile Counted current;

    private SentBody(String mediaType, long length, Content content, String source, TransferLog progress) {
        this.mediaType = mediaType;
        this.length = length;
        this.content = content;
        this.source = source;
        this.progress = progress;
    }

    /** Returns bytes in memory as a body. */
    static SentBody of(String mediaType, byte[] bytes) {
        return new SentBody(
                mediaType, bytes.length, () -> new ByteArrayInputStream(bytes), "this run", TransferLog.SILENT);
    }

    /** Returns the content of a blob as a body; what is not the content that its descriptor names is not sent on. */
    static SentBody of(Blob blob, TransferLog progress) {
        String source = Shown.text(blob.source());
        Content verified = () -> new VerifyingInputStream(blob.open(), blob.descriptor(), () -> other(blob, source));
        return new SentBody("application/octet-stream", blob.descriptor().size(), verified, source, progress);
    }

    private static LayeredFailure other(Blob blob, String source) {
        Problem problem = new Problem(
                "registry-content",
                "What was to be sent is not the content that "
                        + blob.descriptor().digest() + " names.",
                source,
                "build the image again");
        return LayeredFailure.outside(problem, null);
    }

    String mediaType() {
        return mediaType;
    }

    /** Returns the bytes sent so far; changes as long as the receiver takes some. */
    long sent() {
        return sent;
    }

    BodyPublisher publisher() {
        return length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), length);
    }

    /** Throws what went wrong with the content, if anything did. */
    void throwIfUnreadable() {
        if (failure instanceof LayeredFailure known) {
            throw known;
        }
        if (failure != null) {
            Problem problem = new Problem(
                    "registry-content",
                    "What was to be sent cannot be read: " + Reason.of(failure) + ".",
                    source,
                    "build the image again");
            throw LayeredFailure.outside(problem, failure);
        }
    }

    private InputStream open() {
        close();
        count(0);
        try {
            current = new Counted(content.open());
        } catch (IOException | RuntimeException e) {
            failure = e;
            current = new Counted(InputStream.nullInputStream());
        }
        return current;
    }

    /** Closes what was opened last; what becomes of who still reads it is of no interest any more. */
    @Override
    public void close() {
        Counted former = current;
        current = null;
        if (former != null) {
            try {
                former.close();
            } catch (IOException e) {
                // it was read as far as anybody wanted
            }
        }
    }

    private void count(long bytes) {
        sent = bytes;
        progress.sent(bytes);
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            try {
                int read = super.read(bytes, offset, count);
                if (read > 0 && current == this) {
                    count(sent + read);
                }
                return read;
            } catch (IOException | RuntimeException e) {
                if (current == this) {
                    failure = e;
                }
                throw new IOException("the content cannot be read", e);
            }
        }
    }
}
