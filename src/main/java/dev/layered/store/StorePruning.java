package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.outcome.PruneOutcome;
import dev.layered.outcome.PruneOutcome.Count;
import dev.layered.outcome.PruneOutcome.Group;
import dev.layered.outcome.StoredKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Deletes files of a store until the rest keeps within bounds: what is of no use first, then what was of use least lately.
 *
 * <p>Nothing depends on what is deleted: a run makes or fetches again what it misses. Of files that another process holds
 * open, the bytes stay until it closes them.
 */
public final class StorePruning {

    private final StoreFolder store;
    private final Instant now;
    private final List<StoredFile> files;

    StorePruning(StoreFolder store, Instant now) {
        this.store = store;
        this.now = now;
        this.files = StoreListing.of(store, now);
    }

    /** Looks at the store in that folder; changes nothing yet. */
    public static StorePruning in(Path root) {
        return new StorePruning(new StoreFolder(root), Clock.systemUTC().instant());
    }

    /** Tells what would be deleted, and deletes nothing. */
    public PruneOutcome look(PruneBounds bounds) {
        return outcome(choose(bounds, now), true);
    }

    /**
     * Deletes.
     *
     * @throws LayeredFailure {@code store-delete} if some files cannot be deleted; the others are
     */
    public PruneOutcome prune(PruneBounds bounds) {
        Set<StoredFile> chosen = choose(bounds, now);
        PruneOutcome outcome = outcome(chosen, false);
        Map<Path, IOException> kept = delete(chosen);
        if (!kept.isEmpty()) {
            throw undeleted(kept);
        }
        return outcome;
    }

    /**
     * Deletes at the end of a run what is too much, but nothing that may have been of use within the last hour, so that a
     * run beside this one keeps what it relies on. Returns how many bytes went.
     */
    static long keepWithin(StoreFolder store, long bytes) {
        StorePruning pruning = new StorePruning(store, Clock.systemUTC().instant());
        // the time of a file that was used an hour ago may be that old once more
        Instant spared = pruning.now.minus(LastUse.STEP.multipliedBy(2));
        Set<StoredFile> chosen = pruning.choose(new PruneBounds(bytes, Optional.empty()), spared);
        Set<Path> kept = delete(chosen).keySet();
        return chosen.stream()
                .filter(file -> !kept.contains(file.path()))
                .mapToLong(StoredFile::bytes)
                .sum();
    }

    /** Returns what is to go; of files that may be of use to somebody, only those that nobody used after {@code spared}. */
    private Set<StoredFile> choose(PruneBounds bounds, Instant spared) {
        List<StoredFile> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing((StoredFile file) -> !file.isRubbish())
                .thenComparing(StoredFile::used)
                .thenComparing(StoredFile::path));
        long left = files.stream().mapToLong(StoredFile::bytes).sum();
        Set<StoredFile> chosen = new HashSet<>();
        for (StoredFile file : ordered) {
            boolean isOld = file.kind() == StoredKind.UNFINISHED
                    || bounds.unusedFor()
                            .map(age -> !file.used().isAfter(now.minus(age)))
                            .orElse(false);
            boolean isSpared = !file.isRubbish() && file.used().isAfter(spared);
            if ((isOld || left > bounds.bytes()) && !isSpared) {
                chosen.add(file);
                left -= file.bytes();
            }
        }
        return chosen;
    }

    private static Map<Path, IOException> delete(Set<StoredFile> chosen) {
        Map<Path, IOException> kept = new TreeMap<>();
        for (StoredFile file : chosen) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                kept.put(file.path(), e);
            }
        }
        return kept;
    }

    private PruneOutcome outcome(Set<StoredFile> chosen, boolean isDryRun) {
        BlobKinds kinds = new BlobKinds(store, files);
        Map<StoredKind, Group> groups = new EnumMap<>(StoredKind.class);
        for (StoredFile file : files) {
            Count count = new Count(1, file.bytes());
            Duration age = Duration.between(file.used(), now);
            Group one = new Group(count, chosen.contains(file) ? count : Count.NONE, age, age);
            groups.merge(kinds.tell(file).kind(), one, StorePruning::together);
        }
        return new PruneOutcome(store.root(), groups, StoreListing.others(store), isDryRun);
    }

    private static Group together(Group a, Group b) {
        return new Group(
                a.all().plus(b.all()),
                a.deleted().plus(b.deleted()),
                a.newest().compareTo(b.newest()) < 0 ? a.newest() : b.newest(),
                a.oldest().compareTo(b.oldest()) > 0 ? a.oldest() : b.oldest());
    }

    private LayeredFailure undeleted(Map<Path, IOException> kept) {
        Map.Entry<Path, IOException> first = kept.entrySet().iterator().next();
        return LayeredFailure.outside(
                new Problem(
                        "store-delete",
                        "Of the local store " + kept.size() + " files cannot be deleted: "
                                + IoReason.of(first.getValue()) + ".",
                        Shown.text(first.getKey().toString()),
                        "run it as a user who may write to " + Shown.quoted(store.root())),
                first.getValue());
    }
}
