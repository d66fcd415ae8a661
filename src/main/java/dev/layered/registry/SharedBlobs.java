package dev.layered.registry;

import dev.layered.image.Digest;
import dev.layered.outcome.Transfer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The blobs of one registry that a run knows a repository of, so that modules that share a layer send it once.
 * Thread-safe.
 */
final class SharedBlobs {

    private final Map<Digest, Blob> blobs = new ConcurrentHashMap<>();

    /** One blob; who holds its lock puts it into the first repository. */
    private static final class Blob {
        private final ReentrantLock first = new ReentrantLock();
        private final ReentrantLock alone = new ReentrantLock();
        private volatile String repository;

        Optional<String> repository() {
            return Optional.ofNullable(repository);
        }
    }

    /** Returns a repository that has the blob. */
    Optional<String> place(Digest digest) {
        return Optional.ofNullable(blobs.get(digest)).flatMap(Blob::repository);
    }

    /** Notes a repository that has the blob. */
    void note(Digest digest, String repository) {
        blob(digest).repository = repository;
    }

    /**
     * Brings a blob that the repository was just seen not to have.
     *
     * <p>While one puts it, the others wait. Once a repository has it, or where the registry does not mount it from
     * there, nobody waits any more.
     *
     * @param mount tries to take it from a repository
     * @param put is told whether the blob is still known to be absent, and returns whether content was sent
     */
    Brought bring(Digest digest, String repository, Predicate<String> mount, Predicate<Boolean> put) {
        Blob blob = blob(digest);
        if (blob.repository().isEmpty()) {
            lock(blob.first);
            try {
                if (blob.repository().isEmpty()) {
                    return put(blob, repository, true, put);
                }
            } finally {
                blob.first.unlock();
            }
        }
        String from = blob.repository().orElseThrow();
        boolean isElsewhere = !from.equals(repository);
        if (isElsewhere && mount.test(from)) {
            return Brought.mounted(from);
        }
        return put(blob, repository, isElsewhere, put);
    }

    /** Does work with a blob while nobody else does so by this. */
    void alone(Digest digest, ImageRepository.Exclusive work) throws IOException {
        ReentrantLock alone = blob(digest).alone;
        lock(alone);
        try {
            work.run();
        } finally {
            alone.unlock();
        }
    }

    private static void lock(ReentrantLock lock) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw Interrupted.here();
        }
    }

    private static Brought put(Blob blob, String repository, boolean isAbsent, Predicate<Boolean> put) {
        Transfer.Way way = put.test(isAbsent) ? Transfer.Way.UPLOADED : Transfer.Way.THERE;
        blob.repository = repository;
        return Brought.by(way);
    }

    private Blob blob(Digest digest) {
        return blobs.computeIfAbsent(digest, absent -> new Blob());
    }
}
