package dev.layered.tar;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a file on disk; shorter than wanted where the file ends before. */
final class FilePart extends FilterInputStream {

    private long rest;

    private FilePart(InputStream in, long size) {
        super(in);
        this.rest = size;
    }

    static InputStream open(Path file, long start, long size) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        return new FilePart(Channels.newInputStream(channel.position(start)), size);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0 || rest == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, rest));
        rest -= Math.max(count, 0);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(Math.min(count, rest));
        rest -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), rest);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
