package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.outcome.BuildLog;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The local store of one run: blobs by digest, and facts.
 *
 * <p>Needs no lock and no closing. It can be deleted at any time: folders are made as they are needed. Thread-safe.
 */
public final class Store {

    private final StoreFolders folders;
    private final BlobStore blobs;
    private final Facts facts;
    private final KnownFiles files;
    private final boolean kept;

    private Store(StoreFolders folders, BuildLog log, boolean kept) {
        this.folders = folders;
        this.blobs = new BlobStore(folders, log, kept);
        this.facts = new Facts(folders, log, kept);
        this.files = KnownFiles.NONE;
        this.kept = kept;
    }

    private Store(Store all, KnownFiles files) {
        this.folders = all.folders;
        this.blobs = all.blobs;
        this.facts = all.facts;
        this.files = files;
        this.kept = all.kept;
    }

    /**
     * Opens the store, and deletes what killed runs left in it.
     *
     * @param root the folder of the store; made on the first write
     * @param fallback where things go, with one warning, when the root cannot be written to; hits still come from both
     */
    public static Store open(Path root, Path fallback, BuildLog log) {
        StoreFolder wanted = new StoreFolder(root);
        StoreFolder instead = new StoreFolder(fallback);
        try {
            TempFile.create(wanted.blobs(), wanted.blobs()).close();
            TempFile.create(wanted.facts(), wanted.facts()).close();
        } catch (LayeredFailure failure) {
            log.warning("The local store is used for reading only, and " + Shown.quoted(fallback) + " for writing: "
                    + failure.problems().get(0).what());
            return new Store(new StoreFolders(instead, List.of(instead, wanted)), log, true).collect();
        }
        return new Store(new StoreFolders(wanted, List.of(wanted)), log, true).collect();
    }

    /** Opens the store for looking only: nothing is made, not even a folder, and facts are forgotten. */
    public static Store forReading(Path root, BuildLog log) {
        StoreFolder wanted = new StoreFolder(root);
        return new Store(new StoreFolders(wanted, List.of(wanted)), log, false);
    }

    /**
     * Returns the same store, which knows files outside of the project too.
     *
     * @param isTrusted whether what it knows of them is believed; if not, all of them are read, and known anew
     */
    public Store of(ProjectFolders project, boolean isTrusted, BuildLog log) {
        return new Store(this, new KnownFiles(facts, project, isTrusted, log, Clock.systemUTC()));
    }

    /** Returns what is known of files that are put into images; of none unless it is the store of a project. */
    public KnownFiles files() {
        return files;
    }

    /** Returns the blobs. */
    public BlobStore blobs() {
        return blobs;
    }

    /** Returns the facts. */
    public Facts facts() {
        return facts;
    }

    /** Whether a run keeps here what it finds; where not, nothing may be written to the blobs. */
    public boolean isKept() {
        return kept;
    }

    /** Returns what is needed where so many bytes are going to be written to this store; nothing if nothing is kept. */
    public DiskNeed need(long bytes) {
        return new DiskNeed(folders.toWrite().root(), kept ? bytes : 0, true);
    }

    /** Whether the folder is on the disk of this store, so that blobs can be linked to it. */
    public boolean isBeside(Path folder) {
        return Disk.of(folders.toWrite().root()).equals(Disk.of(folder));
    }

    /**
     * Deletes, if this run wrote blobs, what of the store was of use least lately and is more than so many bytes; never what
     * may have been of use within the last hour. Returns how many bytes went.
     */
    public long keepWithin(long bytes) {
        return blobs.hasGrown() ? StorePruning.keepWithin(folders.toWrite(), bytes) : 0;
    }

    private Store collect() {
        StoreFolder own = folders.toWrite();
        AtomicFile.collectLeftovers(own.blobs());
        AtomicFile.collectLeftovers(own.facts());
        if (Files.isDirectory(own.facts())) {
            try (DirectoryStream<Path> kinds = Files.newDirectoryStream(own.facts())) {
                kinds.forEach(AtomicFile::collectLeftovers);
            } catch (IOException | DirectoryIteratorException e) {
                // to collect is a courtesy: the next run tries again
            }
        }
        return this;
    }
}
