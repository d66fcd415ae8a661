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
import dev.layered.registry.Brought;
import dev.layered.registry.ImageRepository;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

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
    private final Predicate<Descriptor> seen;
    private final BuildLog log;
    private final ExecutorService workers;
    private final Map<Digest, Cargo> cargos = new LinkedHashMap<>();
    private final Map<Digest, CompletableFuture<Transfer>> transfers = new LinkedHashMap<>();

    private boolean isAgain;

    /**
     * Brings nothing yet.
     *
     * @param seen whether an image in the repository refers to the blob; it is not asked for then, unless the registry
     *     turns out to have lost one
     */
    BlobTransfers(ImageRepository target, Predicate<Descriptor> seen, int atATime, BuildLog log) {
        this.target = target;
        this.seen = seen;
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
        transfers.computeIfAbsent(
                cargo.blob().descriptor().digest(),
                digest -> CompletableFuture.supplyAsync(() -> bring(cargo), workers));
    }

    private boolean isThere(Descriptor blob) {
        return isSeen(blob) || target.has(blob);
    }

    private boolean isSeen(Descriptor blob) {
        return !isAgain && seen.test(blob);
    }

    /** Whether the repository has a layer that this run knows, or takes it from one in which it was seen. */
    boolean takes(String name, Descriptor layer) {
        long start = System.nanoTime();
        if (isThere(layer)) {
            return isHere(name, transfer(layer, Transfer.Way.THERE, Optional.empty(), start));
        }
        Optional<String> from = target.mount(layer);
        return from.isPresent() && isHere(name, transfer(layer, Transfer.Way.MOUNTED, from, start));
    }

    /**
     * Whether the repository has a published layer, or takes it from the repository that has it.
     *
     * @param isMissing whether the repository was just seen not to have it
     */
    boolean takes(String name, PublishedLayers.Known found, boolean isMissing) {
        long start = System.nanoTime();
        Descriptor layer = found.descriptor();
        boolean isThere = !isMissing && isThere(layer);
        if (!isThere && !target.mount(layer, found.repository())) {
            return false;
        }
        Transfer.Way way = isThere ? Transfer.Way.THERE : Transfer.Way.MOUNTED;
        Optional<String> from = Optional.of(found.repository().reference().toString());
        return isHere(name, transfer(layer, way, from, start));
    }

    private boolean isHere(String name, Transfer transfer) {
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
        isAgain = true;
        transfers.clear();
        List.copyOf(cargos.values()).forEach(this::begin);
    }

    private Transfer bring(Cargo cargo) {
        long start = System.nanoTime();
        Brought brought = isSeen(cargo.blob().descriptor()) ? Brought.there() : brought(cargo);
        Transfer transfer = transfer(cargo.blob().descriptor(), brought.way(), brought.from(), start);
        log.transferred(cargo.name(), transfer);
        return transfer;
    }

    private static Transfer transfer(Descriptor blob, Transfer.Way way, Optional<String> from, long start) {
        return new Transfer(blob.digest(), blob.size(), way, from, Duration.ofNanos(System.nanoTime() - start));
    }

    /** What was damaged where it was read is taken from elsewhere the second time. */
    private Brought brought(Cargo cargo) {
        try {
            return once(cargo);
        } catch (LayeredFailure failure) {
            if (!DAMAGED.contains(failure.problems().get(0).id())) {
                throw failure;
            }
            return once(cargo);
        }
    }

    private Brought once(Cargo cargo) {
        Descriptor descriptor = cargo.blob().descriptor();
        String shown = cargo.name() + " " + descriptor.digest().shortHex();
        try (Progress progress = log.begin(new Work(Work.Kind.SEND, shown, descriptor.size()))) {
            Brought brought = target.bring(cargo.blob(), cargo.elsewhere(), progress::at);
            if (brought.way() == Transfer.Way.UPLOADED) {
                progress.done();
            }
            return brought;
        }
    }

    /** Waits for all and returns them in the order of their beginning; throws as soon as one fails. */
    Map<Digest, Transfer> finish() {
        List<CompletableFuture<Transfer>> begun;
        synchronized (this) {
            begun = List.copyOf(transfers.values());
        }
        CompletableFuture<Object> failed = new CompletableFuture<>();
        begun.forEach(transfer -> transfer.exceptionally(failure -> {
            failed.completeExceptionally(failure);
            return null;
        }));
        SideBySide.result(
                CompletableFuture.anyOf(failed, CompletableFuture.allOf(begun.toArray(new CompletableFuture<?>[0]))));
        Map<Digest, Transfer> done = new LinkedHashMap<>();
        begun.stream().map(CompletableFuture::join).forEach(transfer -> done.put(transfer.digest(), transfer));
        return done;
    }

    /** Stops what is still on its way. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
