package dev.layered.verify;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.HashingInputStream;
import dev.layered.image.ImageCheck;
import dev.layered.layer.LayerReader;
import dev.layered.outcome.BuildLog;
import dev.layered.store.IoReason;
import dev.layered.tar.TarEntry;
import dev.layered.tar.TarReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads a layer once, from its blob to the content of each file, and compares all of it on the way. */
final class LayerPass {

    private static final int BUFFER = 1 << 16;

    private final StoredLayer layer;
    private final Check check = new Check("layers");
    private final Check entries = new Check("entries");
    private final Set<String> paths = new HashSet<>();
    private final Optional<RecordedEntries> recorded;

    private LayerPass(StoredLayer layer) {
        this.layer = layer;
        this.recorded = layer.recorded().map(said -> new RecordedEntries(said, layer.where(), entries));
    }

    /** Returns what was seen and found. */
    static Check over(StoredLayer layer, BuildLog log) {
        LayerPass pass = new LayerPass(layer);
        log.readingLayer(layer.where(), layer.blob().descriptor().size());
        pass.check.trying(pass::readAtPlace);
        return pass.check;
    }

    /** Says of what cannot be read which layer of which image it is. */
    private boolean readAtPlace() {
        try {
            return read();
        } catch (LayeredFailure failure) {
            throw failure.isOutside()
                    ? failure
                    : failure.at(
                            layer.where() + ", " + failure.problems().get(0).where());
        }
    }

    /** Returns whether the bytes were there to be read. */
    private boolean read() {
        try (InputStream in = new BufferedInputStream(layer.blob().open(), BUFFER)) {
            in.mark(BUFFER);
            read(in);
            return true;
        } catch (LayeredFailure failure) {
            if (layer.blob().descriptor().isForeign() && !failure.isOutside()) {
                check.saw(1, "elsewhere"); // the bytes of such a layer need not be here
                return false;
            }
            throw failure;
        } catch (IOException e) {
            throw LayeredFailure.outside(
                    new Problem(
                            "verify-unreadable",
                            "A layer cannot be read: " + IoReason.of(e) + ".",
                            Shown.text(layer.blob().source()),
                            "make it a file that this user may read"),
                    e);
        }
    }

    private void read(InputStream in) throws IOException {
        Optional<Digest> diffId = Optional.empty();
        Optional<LayeredFailure> unreadable = Optional.empty();
        HashingInputStream blob = new HashingInputStream(in);
        String form = "";
        try {
            form = LayerReader.mediaType(in, layer.blob().source());
            in.reset();
            diffId = Optional.of(readTar(blob));
        } catch (LayeredFailure failure) {
            if (failure.problems().get(0).id().equals("registry-blob-wrong")) {
                throw failure; // there is no more to read of the blob, and it was compared
            }
            unreadable = Optional.of(failure);
        }
        if (form.isEmpty()) {
            in.reset();
        }
        blob.drain();
        check.saw(1, "layers");
        check.sawBytes(blob.size());
        Descriptor said = layer.blob().descriptor();
        Descriptor found = Descriptor.of(said.mediaType(), blob.digest(), blob.size());
        ImageCheck compared = new ImageCheck().blob(said, found, layer.where());
        if (compared.isClean()) {
            // of other bytes than said, all that is in them is wrong: it is enough to tell that they are others
            unreadable.ifPresent(this::unreadable);
            diffId.ifPresent(tar -> layer.diffIds().forEach(wanted -> compared.diffId(wanted, tar, layer.where())));
            compared.form(said.mediaType(), form, layer.where());
            check.add(entries);
        }
        compared.faults().forEach(check::fault);
    }

    /** A layer of another tool may be compressed in ways that only others can read. */
    private void unreadable(LayeredFailure failure) {
        boolean unknown = failure.problems().get(0).id().equals("layer-compression");
        if (unknown && !layer.isOurs()) {
            check.saw(1, "in unknown compression");
        } else {
            failure.problems().forEach(check::fault);
        }
    }

    private Digest readTar(HashingInputStream blob) throws IOException {
        String source = layer.blob().source();
        try (InputStream uncompressed = LayerReader.uncompressed(blob, source)) {
            HashingInputStream tar = new HashingInputStream(uncompressed);
            TarReader.read(tar, source, this::visit);
            tar.drain();
            recorded.ifPresent(RecordedEntries::end);
            return tar.digest();
        }
    }

    private void visit(TarEntry entry, InputStream content) throws IOException {
        entries.saw(1, "entries");
        if (!layer.isOurs()) {
            return;
        }
        if (!paths.add(entry.path())) {
            entries.fault(
                    "verify-path-twice",
                    Shown.quoted("/" + entry.path()) + " is twice in the layer.",
                    layer.where(),
                    "build the image again; if it stays, something changes images after they are built");
            return;
        }
        HashingInputStream hashed = new HashingInputStream(content);
        hashed.drain();
        recorded.ifPresent(said -> said.compare(entry, hashed.digest()));
    }
}
