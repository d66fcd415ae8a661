package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.layer.SideBySide;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.Transfer;
import dev.layered.registry.ImageRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Brings blobs into one repository, several at a time, each digest once: what is there stays, what another repository of
 * the registry has is mounted, the rest is sent. Thread-safe until it is closed.
 */
final class BlobTransfers implements AutoCloseable {

    /** Content that turned out to be damaged where it was read, and is taken from elsewhere when it is read again. */
    private static final Set<String> DAMAGED = Set.of("blob-damaged", "blob-absent", "registry-blob-wrong");

    /**
     * A blob on its way.
     *
     * @param elsewhere other repositories that may have it
     */
    record Cargo(String name, Blob blob, List<ImageRepository> elsewhere) {}

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

    /** Notes a blob that the repository was just seen to have. */
    synchronized void isThere(Cargo cargo) {
        Descriptor blob = cargo.blob().descriptor();
        Transfer transfer = new Transfer(blob.digest(), blob.size(), Transfer.Way.THERE, Duration.ZERO);
        cargos.putIfAbsent(blob.digest(), cargo);
        transfers.putIfAbsent(blob.digest(), CompletableFuture.completedFuture(transfer));
        log.transferred(cargo.name(), transfer);
    }

    /** Begins all over with every blob, asking again what is there. */
    synchronized void beginAgain() {
        transfers.clear();
        List.copyOf(cargos.values()).forEach(this::begin);
    }

    private Transfer bring(Cargo cargo) {
        long start = System.nanoTime();
        Transfer.Way way = way(cargo);
        Transfer transfer = new Transfer(
                cargo.blob().descriptor().digest(),
                cargo.blob().descriptor().size(),
                way,
                Duration.ofNanos(System.nanoTime() - start));
        log.transferred(cargo.name(), transfer);
        return transfer;
    }

    private Transfer.Way way(Cargo cargo) {
        try {
            return way(cargo, cargo.blob());
        } catch (LayeredFailure failure) {
            if (!DAMAGED.contains(failure.problems().get(0).id())) {
                throw failure;
            }
            return way(cargo, cargo.blob());
        }
    }

    private Transfer.Way way(Cargo cargo, Blob blob) {
        long size = blob.descriptor().size();
        return target.bring(blob, cargo.elsewhere(), sent -> log.sending(cargo.name(), sent, size));
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
