package dev.layered.image;

import dev.layered.failure.LayeredFailure;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Reads a blob and throws, instead of handing on its last bytes, if it is not what its descriptor says; and as soon as it
 * is too long. So what passes it on never passes on all of something else.
 *
 * <p>Who closes it before the end has verified nothing.
 */
public final class VerifyingInputStream extends InputStream {

    private final InputStream in;
    private final Descriptor wanted;
    private final Supplier<LayeredFailure> onDamage;
    private final MessageDigest sha256 = Digest.sha256();
    private long size;
    private boolean verified;
    private boolean ended;

    /** Reads {@code in}; {@code onDamage} is asked once for what to throw. */
    public VerifyingInputStream(InputStream in, Descriptor wanted, Supplier<LayeredFailure> onDamage) {
        this.in = in;
        this.wanted = wanted;
        this.onDamage = onDamage;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0 || ended) {
            return length == 0 ? 0 : -1;
        }
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            sha256.update(bytes, offset, count);
            size += count;
        }
        ended = count < 0;
        boolean isWhole = size >= wanted.size();
        if (isWhole && !verified) {
            verified = size == wanted.size() && Digest.of(sha256).equals(wanted.digest());
        }
        if (isWhole ? !verified || size > wanted.size() : ended) {
            in.close();
            throw onDamage.get();
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
