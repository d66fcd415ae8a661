package dev.layered.verify;

import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.layer.KeyedLayer;
import dev.layered.tar.TarEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The entries of one layer as they are recorded, which those of its tar are compared with one by one. */
final class RecordedEntries {

    private static final String FIX =
            "build the image again; if it stays, something changes images after they are built";

    private final Map<String, KeyedEntry> missing = new HashMap<>();
    private final String where;
    private final Check check;

    RecordedEntries(KeyedLayer recorded, String where, Check check) {
        recorded.entries().forEach(entry -> missing.put(entry.entry().path(), entry));
        this.where = where;
        this.check = check;
    }

    /** Compares an entry of the tar, of which each path comes once; {@code content} is the digest of a file's bytes. */
    void compare(TarEntry found, Digest content) {
        KeyedEntry keyed = missing.remove(found.path());
        if (keyed == null) {
            fault(found.path(), "is in the layer, but not in the record");
            return;
        }
        String said = kind(keyed.entry().content());
        String kind = kind(found.kind());
        differ(found.path(), "kind", kind, said);
        differ(found.path(), "mode", octal(found.mode()), octal(keyed.entry().mode()));
        differ(
                found.path(),
                "owner",
                found.owner().uid() + ":" + found.owner().gid(),
                keyed.entry().uid() + ":" + keyed.entry().gid());
        differ(found.path(), "time", found.time(), seconds(keyed.entry().time()));
        if (keyed.entry().content() instanceof Content.Link link) {
            differ(found.path(), "target", found.link(), link.target());
        } else if (kind.equals("file") && said.equals("file")) {
            differ(found.path(), "content", content, keyed.content());
        }
    }

    /** Tells of the entries that the tar did not have. */
    void end() {
        missing.keySet().stream().sorted().forEach(path -> fault(path, "is missing in the layer"));
    }

    private void differ(String path, String what, Object found, Object said) {
        if (!Objects.equals(found, said)) {
            fault(path, "has the " + what + " " + Shown.quoted(found) + ", the record says " + Shown.quoted(said));
        }
    }

    private void fault(String path, String what) {
        check.fault("verify-entry", Shown.quoted("/" + path) + " " + what + ".", where, FIX);
    }

    private static String kind(Content content) {
        if (content instanceof Content.Directory) {
            return kind(TarEntry.Kind.DIRECTORY);
        }
        return kind(content instanceof Content.Link ? TarEntry.Kind.LINK : TarEntry.Kind.FILE);
    }

    private static String kind(TarEntry.Kind kind) {
        return switch (kind) {
            case DIRECTORY -> "directory";
            case FILE -> "file";
            case LINK -> "symbolic link";
            case HARD_LINK -> "hard link";
            case OTHER -> "device or pipe";
        };
    }

    private static String octal(int mode) {
        return String.format("%04o", mode);
    }

    private static Instant seconds(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond());
    }
}
