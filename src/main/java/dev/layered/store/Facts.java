package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Digest;
import dev.layered.outcome.BuildLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Texts that a former run found out, by kind and key, each with a checksum.
 *
 * <p>A fact saves time and is never needed: what is empty, cut, damaged, too long or of another version is a miss, and
 * what cannot be written is a warning. Thread-safe.
 */
public final class Facts {

    private static final String FORMAT = "layered-fact-1";
    private static final int LONGEST = 1 << 26;

    private final StoreFolders folders;
    private final BuildLog log;
    private final boolean kept;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Reads from the folders, and writes unless nothing is to be {@code kept}. */
    Facts(StoreFolders folders, BuildLog log, boolean kept) {
        this.folders = folders;
        this.log = log;
        this.kept = kept;
    }

    /**
     * Returns the text last written, or empty where there is none to trust.
     *
     * @param kind a word of small letters and hyphens, e.g. {@code layer}
     */
    public Optional<String> read(String kind, Digest key) {
        return folders.toRead().stream()
                .map(folder -> file(folder, kind, key))
                .flatMap(file -> use(file, kind, key).stream())
                .findFirst();
    }

    /** Whether nothing is recorded of that kind, as in a new store. */
    public boolean isEmpty(String kind) {
        return folders.toRead().stream()
                .allMatch(folder -> isEmpty(folder.facts().resolve(kind)));
    }

    private static boolean isEmpty(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        } catch (IOException | DirectoryIteratorException e) {
            return true;
        }
    }

    private Optional<String> use(Path file, String kind, Digest key) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Optional<String> text = attributes.isRegularFile() ? read(file, kind, key) : Optional.empty();
            if (kept && text.isPresent()) {
                LastUse.isNow(file, attributes);
            }
            return text;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(Path file, String kind, Digest key) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String all = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            String text = all.substring(all.indexOf('\n') + 1);
            return all.equals(record(kind, key, text)) ? Optional.of(text) : Optional.empty();
        }
    }

    /** Whether what is written is kept. */
    boolean areKept() {
        return kept;
    }

    /** Keeps a text of at most 64 MiB, in place of the former one. */
    public void write(String kind, Digest key, String text) {
        if (!kept) {
            return;
        }
        Path file = file(folders.toWrite(), kind, key);
        try {
            AtomicFile.write(file, record(kind, key, text).getBytes(StandardCharsets.UTF_8));
        } catch (LayeredFailure failure) {
            boolean isStopped = Thread.currentThread().isInterrupted(); // another worker failed, and tells why
            if (!isStopped && warned.compareAndSet(false, true)) {
                log.warning("The local store keeps no facts: "
                        + failure.problems().get(0).what());
            }
        }
    }

    /** Returns a first line of format and checksum, and the text; the checksum is over the kind and the key too. */
    private static String record(String kind, Digest key, String text) {
        String checked = String.join("\n", FORMAT, kind, key.text(), text);
        return FORMAT + " " + Digest.of(checked.getBytes(StandardCharsets.UTF_8)) + "\n" + text;
    }

    private static Path file(StoreFolder folder, String kind, Digest key) {
        if (!kind.matches("[a-z-]+")) {
            throw new IllegalArgumentException("kind " + kind);
        }
        return folder.facts().resolve(kind).resolve(key.hex());
    }
}
