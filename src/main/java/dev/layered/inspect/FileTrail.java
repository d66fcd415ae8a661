package dev.layered.inspect;

import dev.layered.image.Digest;
import dev.layered.layer.LayerListing;
import dev.layered.outcome.FileFacts;
import dev.layered.outcome.FilePlace;
import dev.layered.outcome.FilePlace.Standing;
import dev.layered.outcome.FoundFile;
import dev.layered.tar.TarEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the layers of an image say of one path, from the lowest on (OCI image spec, layer.md, "Applying changesets"). */
final class FileTrail {

    private final String path;
    private final List<FilePlace> places = new ArrayList<>();

    FileTrail(String path) {
        this.path = path;
    }

    /**
     * Goes on to the next layer.
     *
     * @param contents digests of the files of this layer that are asked for, by path
     */
    void go(int number, String layer, LayerListing listing, Map<String, Digest> contents) {
        TarEntry entry = listing.entries().get(path);
        boolean isThere = !places.isEmpty() && places.get(places.size() - 1).standing() == Standing.COUNTS;
        if (entry != null) {
            become(Standing.HIDDEN);
            places.add(new FilePlace(number, layer, Optional.of(facts(entry, contents)), Standing.COUNTS));
        } else if (isThere && removes(listing)) {
            become(Standing.REMOVED);
            places.add(new FilePlace(number, layer, Optional.empty(), Standing.REMOVES));
        }
    }

    /** What counted so far does so no more. */
    private void become(Standing standing) {
        places.replaceAll(place -> place.standing() == Standing.COUNTS
                ? new FilePlace(place.number(), place.layer(), place.facts(), standing)
                : place);
    }

    private boolean removes(LayerListing listing) {
        if (listing.removed().contains(path)) {
            return true;
        }
        for (String above = above(path); !above.equals(path); above = above(above)) {
            TarEntry instead = listing.entries().get(above);
            boolean noFolder = instead != null && instead.kind() != TarEntry.Kind.DIRECTORY;
            if (noFolder
                    || listing.removed().contains(above)
                    || listing.opaque().contains(above)) {
                return true;
            }
            if (above.isEmpty()) {
                break;
            }
        }
        return false;
    }

    private static String above(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    }

    private static FileFacts facts(TarEntry entry, Map<String, Digest> contents) {
        String target = switch (entry.kind()) {
            case FILE ->
                Optional.ofNullable(contents.get(entry.path()))
                        .map(Digest::text)
                        .orElse("");
            case LINK -> entry.link();
            case HARD_LINK -> "/" + entry.link();
            default -> "";
        };
        return new FileFacts(
                entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                entry.mode(),
                entry.owner().uid() + ":" + entry.owner().gid(),
                entry.time(),
                entry.size(),
                target);
    }

    /** Returns what was found. */
    FoundFile found() {
        return new FoundFile("/" + path, List.copyOf(places));
    }
}
