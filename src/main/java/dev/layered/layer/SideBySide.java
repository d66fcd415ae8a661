package dev.layered.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Does one thing to many items on all cores, with results in the order of the items. */
public final class SideBySide {

    private static final int LONGEST_END_SECONDS = 10;

    private SideBySide() {}

    /** Returns the results; the first failure in the order of the items is thrown, and the rest is stopped. */
    public static <T, R> List<R> each(List<T> items, Function<T, R> work) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, items.size()));
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> futures = new ArrayList<>();
            items.forEach(item -> futures.add(workers.submit(() -> work.apply(item))));
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            workers.shutdownNow();
            awaitEnd(workers);
        }
    }

    /** Waits for the result of a worker; what it threw is thrown as it is. */
    public static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the build was interrupted", e);
        }
    }

    /** What was stopped takes its temporary files away, before anybody hears of the failure. */
    private static void awaitEnd(ExecutorService workers) {
        try {
            workers.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
