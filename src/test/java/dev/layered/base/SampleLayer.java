package dev.layered.base;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.tar.TarEntry;
import dev.layered.tar.TarEntry.Kind;
import dev.layered.tar.TarEntry.Owner;
import dev.layered.tar.TarWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A layer of a base image being written in memory; counts how often it is read afterwards. */
final class SampleLayer implements Blob {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarWriter tar = new TarWriter(bytes);
    private boolean isFinished;
    private int opened;

    SampleLayer folder(String path) throws IOException {
        return add(SampleEntry.folder(path), new byte[0]);
    }

    SampleLayer file(String path, byte[] content) throws IOException {
        return file(path, 0644, 0, content);
    }

    SampleLayer file(String path, String content) throws IOException {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    SampleLayer file(String path, int mode, long owner, byte[] content) throws IOException {
        return add(
                new TarEntry(path, Kind.FILE, mode, new Owner(owner, owner), SampleEntry.TIME, content.length, ""),
                content);
    }

    SampleLayer link(String path, String target) throws IOException {
        return add(SampleEntry.link(path, target), new byte[0]);
    }

    SampleLayer hardLink(String path, String target) throws IOException {
        return add(new TarEntry(path, Kind.HARD_LINK, 0644, Owner.ROOT, SampleEntry.TIME, 0, target), new byte[0]);
    }

    private SampleLayer add(TarEntry entry, byte[] content) throws IOException {
        tar.write(entry, out -> out.write(content));
        return this;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.of(MediaType.OCI_LAYER, Digest.of(whole()), whole().length);
    }

    @Override
    public InputStream open() {
        opened++;
        return new ByteArrayInputStream(whole());
    }

    int opened() {
        return opened;
    }

    private byte[] whole() {
        if (!isFinished) {
            try {
                tar.finish();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            isFinished = true;
        }
        return bytes.toByteArray();
    }
}
