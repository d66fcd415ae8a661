package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;

/** The bytes of a blob as the registry sends them, gone on with where they are cut off. Not thread-safe. */
final class BlobDownload extends InputStream {

    /** After so many bytes a cut counts as the first one again. */
    private static final long MUCH = 1 << 20;

    private final RepositoryReader reader;
    private final Descriptor blob;
    private final Supplier<Retry> retries;
    private final Supplier<LayeredFailure> onWrong;
    private Retry retry;
    private InputStream in;
    private long at;
    private long cut;

    /** {@code onWrong} is asked what to throw where the registry has other content under the digest. */
    BlobDownload(RepositoryReader reader, Descriptor blob, Supplier<Retry> retries, Supplier<LayeredFailure> onWrong) {
        this.reader = reader;
        this.blob = blob;
        this.retries = retries;
        this.retry = retries.get();
        this.onWrong = onWrong;
        this.in = retry.run(this::open);
    }

    private InputStream open() throws IOException {
        Answer answer = reader.content(blob, at);
        boolean isPart = answer.status() == 206;
        boolean isWrong = answer.status() == 416
                || answer.length().orElse(isPart ? blob.size() - at : blob.size())
                        != (isPart ? blob.size() - at : blob.size());
        if (isWrong) {
            answer.body().close();
            throw onWrong.get();
        }
        if (!isPart) {
            answer.body().skipNBytes(at);
        }
        return answer.body();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        while (true) {
            try {
                int count = in.read(bytes, offset, length);
                if (count < 0 && at < blob.size()) {
                    throw new IOException("the content ended after " + at + " of " + blob.size() + " bytes");
                }
                at += Math.max(count, 0);
                return count;
            } catch (IOException e) {
                goOn(e);
            }
        }
    }

    private void goOn(IOException failure) throws IOException {
        in.close();
        if (at - cut >= MUCH) {
            retry = retries.get();
        }
        cut = at;
        retry.waitAfter(failure);
        in = retry.run(this::open);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
