package dev.layered.layer;

import dev.layered.tar.TarEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The listing of a layer as lines of text with tabs between the fields: short, and quick to read again. */
final class ListingText {

    private static final String BEGIN = "layered-listing-1";
    private static final String REMOVED = "removed";
    private static final String OPAQUE = "opaque";
    private static final String END = "end";

    private ListingText() {}

    static String of(LayerListing listing) {
        StringBuilder text = new StringBuilder(BEGIN).append('\n');
        for (TarEntry entry : listing.entries().values()) {
            text.append(entry.kind()).append('\t');
            text.append(Integer.toOctalString(entry.mode())).append('\t');
            text.append(entry.owner().uid()).append('\t');
            text.append(entry.owner().gid()).append('\t');
            text.append(entry.time().getEpochSecond()).append('\t');
            text.append(entry.size()).append('\t');
            text.append(escaped(entry.path())).append('\t');
            text.append(escaped(entry.link())).append('\n');
        }
        listing.removed()
                .forEach(path ->
                        text.append(REMOVED + "\t").append(escaped(path)).append('\n'));
        listing.opaque()
                .forEach(
                        path -> text.append(OPAQUE + "\t").append(escaped(path)).append('\n'));
        return text.append(END).append('\n').toString();
    }

    static Optional<LayerListing> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2
                || !lines.get(0).equals(BEGIN)
                || !lines.get(lines.size() - 1).equals(END)) {
            return Optional.empty();
        }
        SortedMap<String, TarEntry> entries = new TreeMap<>();
        SortedSet<String> removed = new TreeSet<>();
        SortedSet<String> opaque = new TreeSet<>();
        try {
            for (String line : lines.subList(1, lines.size() - 1)) {
                String[] fields = line.split("\t", -1);
                if (fields.length == 2 && (fields[0].equals(REMOVED) || fields[0].equals(OPAQUE))) {
                    (fields[0].equals(REMOVED) ? removed : opaque).add(plain(fields[1]));
                } else {
                    TarEntry entry = entry(fields);
                    entries.put(entry.path(), entry);
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
        return Optional.of(new LayerListing(entries, removed, opaque));
    }

    private static TarEntry entry(String[] fields) {
        if (fields.length != 8) {
            throw new IllegalArgumentException("fields");
        }
        return new TarEntry(
                plain(fields[6]),
                TarEntry.Kind.valueOf(fields[0]),
                Integer.parseInt(fields[1], 8),
                new TarEntry.Owner(Long.parseLong(fields[2]), Long.parseLong(fields[3])),
                Instant.ofEpochSecond(Long.parseLong(fields[4])),
                Long.parseLong(fields[5]),
                plain(fields[7]));
    }

    private static String escaped(String path) {
        return path.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (i < escaped.length() ? escaped.charAt(i) : ' ') {
                    case '\\' -> '\\';
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> throw new IllegalArgumentException("escape");
                };
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
