package dev.layered.inspect;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Digest;
import dev.layered.image.HashingInputStream;
import dev.layered.layer.LayerReader;
import dev.layered.outcome.FolderSize;
import dev.layered.outcome.FoundArtifact;
import dev.layered.outcome.LayerInside;
import dev.layered.plan.Coordinates;
import dev.layered.store.IoReason;
import dev.layered.tar.TarEntry;
import dev.layered.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a layer once, from its first entry to its last, and tells what is in it. */
final class LayerSurvey {

    private static final Pattern VERSIONED = Pattern.compile("(.+?)-(\\d.*)");
    private static final String JAR = ".jar";

    private final Map<String, String> planned;
    private final Optional<BiConsumer<TarEntry, Digest>> listener;
    private final JarCoordinates jars;
    private final List<FoundArtifact> artifacts = new ArrayList<>();
    private final Map<String, FolderSize> folders = new HashMap<>();
    private int files;
    private long contentSize;
    private int whiteouts;

    private LayerSurvey(Blob blob, Map<String, String> planned, Optional<BiConsumer<TarEntry, Digest>> listener) {
        this.planned = planned;
        this.listener = listener;
        this.jars = new JarCoordinates(blob.descriptor().size());
    }

    /**
     * Returns what is in the layer.
     *
     * @param planned coordinates that are known already, by path
     * @param listener hears of every entry with the digest of its content
     * @throws LayeredFailure what {@link LayerReader} tells, {@code inspect-unreadable}
     */
    static LayerInside of(Blob blob, Map<String, String> planned, Optional<BiConsumer<TarEntry, Digest>> listener) {
        LayerSurvey survey = new LayerSurvey(blob, planned, listener);
        return survey.inside(read(blob, survey::visit));
    }

    /** Returns the size of the tar, of which the visitor has seen all entries. */
    static long read(Blob blob, TarReader.Visitor visitor) {
        try (InputStream tar = LayerReader.uncompressed(blob.open(), blob.source())) {
            HashingInputStream counted = new HashingInputStream(tar);
            TarReader.read(counted, blob.source(), visitor);
            counted.drain();
            return counted.size();
        } catch (IOException e) {
            throw unreadable(blob, e);
        }
    }

    static LayeredFailure unreadable(Blob blob, IOException reason) {
        return LayeredFailure.outside(
                new Problem(
                        "inspect-unreadable",
                        "A layer cannot be read: " + IoReason.of(reason) + ".",
                        Shown.text(blob.source()),
                        "make it a file that this user may read"),
                reason);
    }

    private LayerInside inside(long tarSize) {
        artifacts.sort(Comparator.comparingLong(FoundArtifact::size).reversed().thenComparing(FoundArtifact::path));
        List<FolderSize> largest = folders.values().stream()
                .sorted(Comparator.comparingLong(FolderSize::size).reversed().thenComparing(FolderSize::path))
                .toList();
        return new LayerInside(tarSize, files, contentSize, whiteouts, List.copyOf(artifacts), largest);
    }

    private void visit(TarEntry entry, InputStream content) throws IOException {
        HashingInputStream hashed = new HashingInputStream(content);
        if (entry.kind() == TarEntry.Kind.FILE) {
            count(entry, hashed);
        }
        if (listener.isPresent()) {
            hashed.drain();
            listener.get().accept(entry, hashed.digest());
        }
    }

    private void count(TarEntry entry, InputStream content) {
        String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
        if (name.startsWith(".wh.")) {
            whiteouts++;
            return;
        }
        files++;
        contentSize += entry.size();
        if (name.toLowerCase(Locale.ROOT).endsWith(JAR)) {
            artifacts.add(artifact(entry, name, content));
        } else {
            String folder = folder(entry.path());
            folders.merge(
                    folder,
                    new FolderSize(folder, 1, entry.size()),
                    (a, b) -> new FolderSize(folder, a.files() + b.files(), a.size() + b.size()));
        }
    }

    /** Returns the two highest folders that the path is in. */
    private static String folder(String path) {
        int first = path.indexOf('/');
        int second = first < 0 ? -1 : path.indexOf('/', first + 1);
        return "/" + path.substring(0, Math.max(first, second) + 1);
    }

    private FoundArtifact artifact(TarEntry entry, String name, InputStream content) {
        String path = "/" + entry.path();
        String known = planned.get(entry.path());
        if (known == null) {
            known = jars.read(content, name).map(Coordinates::toString).orElse("");
        }
        int colon = known.lastIndexOf(':');
        if (colon > 0) {
            return new FoundArtifact(known.substring(0, colon), known.substring(colon + 1), path, entry.size());
        }
        String stem = name.substring(0, name.length() - JAR.length());
        Matcher versioned = VERSIONED.matcher(stem);
        return versioned.matches()
                ? new FoundArtifact(versioned.group(1), versioned.group(2), path, entry.size())
                : new FoundArtifact(stem, "", path, entry.size());
    }
}
