package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Digest;
import dev.layered.outcome.BuildLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The digests of files outside of the project that were read before, as long as the file system says that they are as
 * they were.
 *
 * <p>A file's path, size, times, inode and device must be equal, and its times must have been old when it was read. What
 * lies in the project is always read, but for what we wrote there ourselves. Losing what is recorded costs time only. Thread-safe; processes that write at once
 * lose nothing but time.
 */
public final class KnownFiles {

    /** Knows no file, so that every one is read. */
    public static final KnownFiles NONE = new KnownFiles(null, null, false, BuildLog.SILENT, Clock.systemUTC());

    private static final String KIND = "file-digests";
    private static final String WHOLE = "blob";
    private static final String VERSION = "1";
    private static final int MOST = 50_000;
    private static final int DAYS_UNUSED = 30;
    private static final int DAYS_UNTOLD = 3;
    private static final long SECONDS_OF_DAY = 86_400;

    private final Facts facts;
    private final ProjectFolders project;
    private final BuildLog log;
    private final Clock clock;
    private final Map<String, KnownFile> seen = new ConcurrentHashMap<>();
    private Map<String, KnownFile> before;
    private volatile boolean isTrusted;
    private volatile boolean wasBelieved;
    private volatile boolean isChanged;

    /**
     * What was found in a file.
     *
     * @param digest of what of the file goes into a layer
     * @param size of the same, in bytes
     */
    public record Read(Digest digest, long size) {}

    /** Reads nothing yet; {@code isTrusted} tells whether what is recorded is believed. */
    KnownFiles(Facts facts, ProjectFolders project, boolean isTrusted, BuildLog log, Clock clock) {
        this.facts = facts;
        this.project = project;
        this.isTrusted = isTrusted;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Returns what is in a file, and reads it where that is not known.
     *
     * @param form what of the file counts, with a version: a word
     */
    public Read read(Path file, String form, Supplier<Read> reader) {
        return this == NONE || project.contain(file) ? reader.get() : readUnlessKnown(file, form, reader);
    }

    /**
     * Returns the digest of a file that nobody but us writes, wherever it lies.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public Digest digestOfOwn(Path file) {
        return (this == NONE ? whole(file) : readUnlessKnown(file, WHOLE, () -> whole(file))).digest();
    }

    private static Read whole(Path file) {
        try {
            return new Read(BlobLink.digest(file), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Read readUnlessKnown(Path file, String form, Supplier<Read> reader) {
        String name = form + " " + file.toAbsolutePath();
        if (!isOneLine(name)) {
            return reader.get();
        }
        Instant now = clock.instant();
        Optional<FileStat> stat = FileStat.of(file).filter(told -> told.isSettledAt(now));
        Optional<KnownFile> known = stat.flatMap(told -> find(name, told));
        if (known.isPresent()) {
            wasBelieved = true;
            see(name, known.get(), now);
            return known.get().read();
        }
        Read read = reader.get();
        // what was told before the file was read belongs to it only if the same is told after
        stat.filter(told -> FileStat.of(file).equals(stat))
                .ifPresent(told -> see(name, new KnownFile(told, read, 0), now));
        return read;
    }

    /** Other names stay out of a list of lines: control characters, and what no text can spell. */
    private static boolean isOneLine(String name) {
        return name.chars().noneMatch(c -> c < ' ' || c == '\uFFFD' || Character.isSurrogate((char) c));
    }

    private Optional<KnownFile> find(String name, FileStat stat) {
        if (!isTrusted) {
            return Optional.empty();
        }
        return Optional.ofNullable(seen.get(name))
                .or(() -> Optional.ofNullable(before().get(name)))
                .filter(known -> known.stat().equals(stat));
    }

    /** That a file was of use is worth telling every few days only. */
    private void see(String name, KnownFile file, Instant now) {
        long today = now.getEpochSecond() / SECONDS_OF_DAY;
        if (today - file.day() >= DAYS_UNTOLD) {
            seen.put(name, file.on(today));
            isChanged = true;
        }
    }

    /**
     * Does work that rests on these digests. Where a file proves to be another than it was believed to be, nothing is
     * believed any more, and the work is done once again, with every file read.
     */
    public <T> T healing(Supplier<T> work) {
        try {
            return work.get();
        } catch (LayeredFailure failure) {
            boolean isWrong = failure.problems().get(0).id().equals("file-changed");
            if (!isWrong || !wasBelieved) {
                throw failure;
            }
            log.warning(failure.problems().get(0).what() + " All files are read again.");
            isTrusted = false;
            wasBelieved = false;
            return work.get();
        }
    }

    /** Records what is new, if anything is and the store may be written to; beside what others recorded in the meantime. */
    public synchronized void save() {
        if (!isChanged || !facts.areKept()) {
            return;
        }
        isChanged = false;
        String text = facts.read(KIND, project.name()).orElse("");
        if (!text.isEmpty() && !isOurs(text)) {
            return;
        }
        Map<String, KnownFile> all = parse(text);
        all.putAll(seen);
        long oldest = clock.instant().getEpochSecond() / SECONDS_OF_DAY - DAYS_UNUSED;
        String lines = all.entrySet().stream()
                .filter(entry -> entry.getValue().day() >= oldest)
                .sorted(Comparator.comparing((Map.Entry<String, KnownFile> entry) ->
                                -entry.getValue().day())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(entry -> entry.getValue().line(entry.getKey()))
                .collect(Collectors.joining("\n"));
        facts.write(KIND, project.name(), VERSION + "\n" + lines);
    }

    private synchronized Map<String, KnownFile> before() {
        if (before == null) {
            before = parse(facts.read(KIND, project.name()).orElse(""));
        }
        return before;
    }

    /** What a later version of ours wrote is no use, and is left alone. */
    private static boolean isOurs(String text) {
        return text.startsWith(VERSION + "\n");
    }

    private static Map<String, KnownFile> parse(String text) {
        List<String> lines = isOurs(text) ? text.lines().skip(1).toList() : List.of();
        Map<String, KnownFile> files = new ConcurrentHashMap<>();
        lines.forEach(line -> KnownFile.parse(line).ifPresent(named -> files.put(named.name(), named.file())));
        return files;
    }
}
