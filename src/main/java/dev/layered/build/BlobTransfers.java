package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.layer.SideBySide;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Transfer;
import dev.layered.outcome.Work;
import dev.layered.registry.ImageRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Brings blobs into one repository, several at a time, each digest once: what is there stays, what another repository of
 * the registry has is mounted, the rest is sent. Thread-safe until it is closed.
 */
final class BlobTransfers implements AutoCloseable {

    /** A blob on its way. */
    record Cargo(String name, Blob blob, List<ImageRepository> elsewhere, Supplier<Blob> again) {}

    private final ImageRepository target;
    private final BuildLog log;
    private final ExecutorService workers;
    private final Map<Digest, Cargo> cargos = new LinkedHashMap<>();
    private final Map<Digest, Future<Transfer>> transfers = new LinkedHashMap<>();

    BlobTransfers(ImageRepository target, int atATime, BuildLog log) {
        this.target = target;
        this.log = log;
        this.workers = Executors.newFixedThreadPool(atATime, task -> {
            Thread thread = new Thread(task, "layered-transfer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to bring the blob, unless one of its digest is on its way; a foreign one without bytes stays away. */
    synchronized void begin(Cargo cargo) {
        if (cargo.blob().descriptor().isForeign() && !cargo.blob().isThere()) {
            return;
        }
        cargos.putIfAbsent(cargo.blob().descriptor().digest(), cargo);
        transfers.computeIfAbsent(cargo.blob().descriptor().digest(), digest -> workers.submit(() -> bring(cargo)));
    }

    /** Whether the repository has a published layer, or takes it from the repository that has it. */
    boolean takes(String name, PublishedLayers.Known known) {
        long start = System.nanoTime();
        boolean isThere = target.has(known.descriptor());
        if (!isThere && !target.mount(known.descriptor(), known.repository())) {
            return false;
        }
        Transfer.Way way = isThere ? Transfer.Way.THERE : Transfer.Way.MOUNTED;
        Transfer transfer = transfer(known.descriptor(), way, Optional.of(known.repository()), start);
        synchronized (this) {
            transfers.putIfAbsent(transfer.digest(), CompletableFuture.completedFuture(transfer));
        }
        log.transferred(name, transfer);
        return true;
    }

    /** Notes how to bring a blob that the repository has, should it be lost there. */
    synchronized void keep(Cargo cargo) {
        cargos.putIfAbsent(cargo.blob().descriptor().digest(), cargo);
    }

    /** Begins all over with every blob, asking again what is there. */
    synchronized void beginAgain() {
        transfers.clear();
        List.copyOf(cargos.values()).forEach(this::begin);
    }

    private Transfer bring(Cargo cargo) {
        long start = System.nanoTime();
        Transfer transfer = bring(cargo, cargo.blob().descriptor(), start);
        log.transferred(cargo.name(), transfer);
        return transfer;
    }

    private Transfer bring(Cargo cargo, Descriptor blob, long start) {
        if (target.has(blob)) {
            return transfer(blob, Transfer.Way.THERE, Optional.empty(), start);
        }
        for (ImageRepository repository : cargo.elsewhere()) {
            if (target.mount(blob, repository)) {
                return transfer(blob, Transfer.Way.MOUNTED, Optional.of(repository), start);
            }
        }
        Transfer.Way way = put(cargo) ? Transfer.Way.UPLOADED : Transfer.Way.THERE;
        return transfer(blob, way, Optional.empty(), start);
    }

    private static Transfer transfer(Descriptor blob, Transfer.Way way, Optional<ImageRepository> from, long start) {
        return new Transfer(
                blob.digest(),
                blob.size(),
                way,
                from.map(repository -> repository.reference().toString()),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** A layer whose stored bytes turn out to be damaged is made again, once. */
    private boolean put(Cargo cargo) {
        try {
            return put(cargo.name(), cargo.blob());
        } catch (LayeredFailure failure) {
            String id = failure.problems().get(0).id();
            if (!id.equals("blob-damaged") && !id.equals("blob-absent")) {
                throw failure;
            }
            return put(cargo.name(), cargo.again().get());
        }
    }

    private boolean put(String name, Blob blob) {
        Descriptor descriptor = blob.descriptor();
        String shown = name + " " + descriptor.digest().shortHex();
        try (Progress progress = log.begin(new Work(Work.Kind.SEND, shown, descriptor.size()))) {
            boolean isSent = target.put(blob, progress::at);
            if (isSent) {
                progress.done();
            }
            return isSent;
        }
    }

    /** Waits for all and returns them in the order of their beginning; the first failure is thrown, the rest stopped. */
    Map<Digest, Transfer> finish() {
        List<Future<Transfer>> begun;
        synchronized (this) {
            begun = new ArrayList<>(transfers.values());
        }
        Map<Digest, Transfer> done = new LinkedHashMap<>();
        for (Future<Transfer> future : begun) {
            Transfer transfer = SideBySide.result(future);
            done.put(transfer.digest(), transfer);
        }
        return done;
    }

    /** Stops what is still on its way. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
