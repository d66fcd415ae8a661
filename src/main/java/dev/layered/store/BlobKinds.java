package dev.layered.store;

import dev.layered.image.Digest;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.StoredKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what the blobs of a store are, which their names do not. */
final class BlobKinds {

    private static final long LARGEST_DOCUMENT = 4 << 20;

    private final Set<String> made = new HashSet<>();

    /** Reads the facts about layers. */
    BlobKinds(StoreFolder store, List<StoredFile> files) {
        Facts facts = new Facts(new StoreFolders(store, List.of(store)), BuildLog.SILENT, false);
        BlobFacts layers = new BlobFacts(facts, BlobFacts.LAYER);
        Path folder = store.facts().resolve(BlobFacts.LAYER);
        files.stream()
                .map(StoredFile::path)
                .filter(path -> path.startsWith(folder) && !TempFiles.isName(name(path)))
                .flatMap(path -> layers.find(Digest.parse("sha256:" + name(path))).stream())
                .forEach(known -> made.add(known.descriptor().digest().hex()));
    }

    /** Returns the file with the kind that it has. */
    StoredFile tell(StoredFile file) {
        if (file.kind() != StoredKind.LAYER || made.contains(name(file.path()))) {
            return file;
        }
        return file.as(isDocument(file) ? StoredKind.DOCUMENT : StoredKind.BASE_LAYER);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static boolean isDocument(StoredFile file) {
        if (file.bytes() > LARGEST_DOCUMENT) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            return in.read() == '{';
        } catch (IOException e) {
            return false;
        }
    }
}
