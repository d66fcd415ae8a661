package dev.layered.inspect;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Digest;
import dev.layered.image.HashingInputStream;
import dev.layered.layer.LayerListing;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.outcome.FoundFiles;
import dev.layered.tar.TarEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks for paths in the layers of images, one layer after the other from the lowest on. */
final class FileSearch {

    private static final int MOST = 10_000;

    private final PathPattern pattern;
    private final NearPaths near;

    FileSearch(PathPattern pattern) {
        this.pattern = pattern;
        this.near = new NearPaths(pattern);
    }

    /** Returns what users may write instead, of all that was looked at. */
    List<String> near() {
        return near.found();
    }

    /** Returns what the layers of one platform say. */
    FoundFiles in(StoredImage stored, PlatformImage image) {
        Map<String, FileTrail> trails = new TreeMap<>();
        List<String> unreadable = new ArrayList<>();
        int more = 0;
        int number = 0;
        for (NamedLayer layer : NamedLayer.of(image.image())) {
            number++;
            try {
                LayerListing listing = listing(layer.blob());
                Set<String> found = found(listing);
                for (String path : found) {
                    if (trails.size() < MOST) {
                        trails.computeIfAbsent(path, FileTrail::new);
                    } else if (!trails.containsKey(path)) {
                        more++;
                    }
                }
                Map<String, Digest> contents = contents(layer.blob(), listing, found);
                for (FileTrail trail : trails.values()) {
                    trail.go(number, layer.name(), listing, contents);
                }
            } catch (LayeredFailure failure) {
                unreadable.add(
                        "layer " + number + ": " + failure.problems().get(0).what());
            }
        }
        return new FoundFiles(
                stored.name(),
                image.platform(),
                trails.values().stream().map(FileTrail::found).toList(),
                more,
                unreadable);
    }

    private static LayerListing listing(Blob blob) {
        try (InputStream in = blob.open()) {
            return LayerListing.of(in, blob.source());
        } catch (IOException e) {
            throw LayerSurvey.unreadable(blob, e);
        }
    }

    private Set<String> found(LayerListing listing) {
        listing.entries().keySet().forEach(near::see);
        return listing.entries().keySet().stream().filter(pattern::matches).collect(Collectors.toSet());
    }

    /** Reads the layer once more, where there are files in it whose content is asked for. */
    private static Map<String, Digest> contents(Blob blob, LayerListing listing, Set<String> found) {
        Map<String, Digest> contents = new HashMap<>();
        if (found.stream().anyMatch(path -> listing.entries().get(path).kind() == TarEntry.Kind.FILE)) {
            LayerSurvey.read(blob, (entry, content) -> {
                if (found.contains(entry.path())) {
                    HashingInputStream hashed = new HashingInputStream(content);
                    hashed.drain();
                    contents.put(entry.path(), hashed.digest());
                }
            });
        }
        return contents;
    }

    /** Returns the mistake of a path that is nowhere. */
    LayeredFailure nothing(String asked, String location) {
        List<String> instead = near();
        return LayeredFailure.mistake(
                "inspect-nothing",
                Shown.quoted(asked) + " is nowhere in the image.",
                Shown.text(location),
                instead.isEmpty()
                        ? "name a path such as /app/classes, a file name, or a pattern with *, ? and **"
                        : "write " + Shown.list(instead));
    }
}
