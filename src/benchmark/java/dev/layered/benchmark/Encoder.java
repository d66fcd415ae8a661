package dev.layered.benchmark;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.image.ReproducibleLayerBuilder;
import com.google.common.collect.ImmutableList;
import dev.layered.image.HashingOutputStream;
import dev.layered.layer.Compression;
import dev.layered.layer.LayerEntry;
import dev.layered.layer.LayerKeys;
import dev.layered.layer.LayerWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Ways to make a layer of files, each with digest and diffID. */
public enum Encoder {
    /** This plugin, from the files to the blob: key, tar, deflate, both digests. */
    LAYERED {
        @Override
        void write(Corpus corpus, OutputStream out) throws IOException {
            List<LayerEntry> entries = corpus.entries();
            LayerWriter.write(LayerKeys.key(entries, Compression.GZIP), out);
        }
    },
    /** The same tar through the deflate of the JDK, level 6, in its gzip stream. */
    JDK {
        @Override
        void write(Corpus corpus, OutputStream out) throws IOException {
            HashingOutputStream blob = new HashingOutputStream(out);
            try (OutputStream gzip = new GZIPOutputStream(blob, BUFFER)) {
                LayerWriter.write(LayerKeys.key(corpus.entries(), Compression.NONE), gzip);
            }
            blob.digest();
        }
    },
    /** Jib Core: its builder of tars, and gzip between two digests, as its cache has it. */
    JIB {
        @Override
        void write(Corpus corpus, OutputStream out) throws IOException {
            ImmutableList.Builder<FileEntry> entries = ImmutableList.builder();
            for (Path file : corpus.files()) {
                entries.add(new FileEntry(
                        file,
                        AbsoluteUnixPath.get("/" + Corpus.pathInImage(file)),
                        FilePermissions.DEFAULT_FILE_PERMISSIONS,
                        LayerEntry.DEFAULT_TIME));
            }
            HashingOutputStream blob = new HashingOutputStream(out);
            try (OutputStream gzip = new GZIPOutputStream(blob)) {
                new ReproducibleLayerBuilder(entries.build()).build().writeTo(gzip);
            }
            blob.digest();
        }
    };

    private static final int BUFFER = 1 << 16;

    /** Writes the layer, and leaves the stream open or closes it. */
    abstract void write(Corpus corpus, OutputStream out) throws IOException;
}
