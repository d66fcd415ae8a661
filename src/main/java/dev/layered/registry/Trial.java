package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.registry.credential.Credentials;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Whether a registry accepts some credentials. Thread-safe.
 *
 * <p>Accounts may be locked after a few failures: as long as nobody knows, one request at a time sends them, and none does
 * once they were refused.
 */
final class Trial {

    /** Answers that tell nothing of the credentials; who is forbidden something may be known or not. */
    private static final Set<Integer> SILENT = Set.of(403, 408, 429);

    private final String registry;
    private final Credentials credentials;
    private final ReentrantLock first = new ReentrantLock();
    private volatile boolean reads;
    private volatile boolean writes;
    private volatile boolean mountRefused;
    private volatile LayeredFailure refused;

    Trial(String registry, Credentials credentials) {
        this.registry = registry;
        this.credentials = credentials;
    }

    /** Whether an answer to a request with the credentials shows that they are known. */
    static boolean isAccepting(Answer answer) {
        return answer.status() != 401 && answer.status() < 500 && !SILENT.contains(answer.status());
    }

    /** Whether it shows that they are not. */
    static boolean isRefusing(Answer answer) {
        return answer.status() == 401;
    }

    /**
     * Returns what is answered to a request with the credentials.
     *
     * @param call what is asked of the registry, for messages
     * @throws LayeredFailure {@code registry-credentials} if they were refused before, and nothing was sent
     */
    <T> T send(Scope scope, HttpCall call, Retry.Attempt<T> request, Predicate<T> isAccepting, Predicate<T> isRefusing)
            throws IOException {
        if (isAccepted(call)) {
            throwIfRefused();
            return request.run();
        }
        try {
            first.lockInterruptibly();
        } catch (InterruptedException e) {
            throw Interrupted.here();
        }
        try {
            throwIfRefused();
            if (mountRefused && !writes && scope.from().isPresent()) {
                throw unaccepted(call);
            }
            T answer = request.run();
            if (isAccepting.test(answer)) {
                reads = true;
                writes |= !call.isRead();
            }
            if (isRefusing.test(answer)) {
                refuse(scope, call);
            }
            return answer;
        } finally {
            first.unlock();
        }
    }

    /** A server that everybody may read perhaps looks at them only where something is written. */
    private boolean isAccepted(HttpCall call) {
        return call.isRead() ? reads : writes;
    }

    /** Notes that they were refused, and returns what to throw. */
    LayeredFailure refuse(Scope scope, HttpCall call) {
        if (scope.from().isPresent()) {
            // who may not read the repository that is mounted from may still write to this one
            mountRefused = true;
            return unaccepted(call);
        }
        if (refused == null) {
            refused = unaccepted(call);
        }
        return refused;
    }

    /** Other threads, or an earlier request, have tried them already. */
    void throwIfRefused() {
        LayeredFailure before = refused;
        if (before != null) {
            throw before;
        }
    }

    private LayeredFailure unaccepted(HttpCall call) {
        Problem problem = new Problem(
                "registry-credentials",
                Shown.quoted(registry) + " does not accept the credentials of " + credentials + ".",
                call.text(),
                "correct what stands in " + Shown.text(credentials.source()));
        return LayeredFailure.outside(problem, null);
    }
}
