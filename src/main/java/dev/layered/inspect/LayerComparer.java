package dev.layered.inspect;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.layer.SideBySide;
import dev.layered.outcome.ArtifactChange;
import dev.layered.outcome.FileChanges;
import dev.layered.outcome.FoundArtifact;
import dev.layered.outcome.LayerComparison;
import dev.layered.outcome.LayerComparison.Side;
import dev.layered.outcome.PlatformComparison;
import dev.layered.tar.TarEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the layers of two images; of those that both have nothing is read. */
final class LayerComparer {

    private final ComparedImage here;
    private final ComparedImage there;

    /** A layer of one image, with all its entries; empty where it cannot be read. */
    private record Opened(NamedLayer layer, Optional<Map<String, Content>> entries, List<FoundArtifact> artifacts) {}

    /** What stands at a path, with the digest of its bytes. */
    private record Content(TarEntry entry, Digest bytes) {}

    LayerComparer(ComparedImage here, ComparedImage there) {
        this.here = here;
        this.there = there;
    }

    PlatformComparison compare(Platform platform) {
        Map<Digest, Opened> mine = open(here, there);
        Map<Digest, Opened> theirs = open(there, here);
        List<LayerComparison> layers = new ArrayList<>();
        for (NamedLayer layer : here.layers()) {
            layers.add(compared(layer, there, mine, theirs, Side.HERE));
        }
        for (NamedLayer layer : there.layers()) {
            if (theirs.containsKey(layer.digest())) {
                layers.add(compared(layer, here, theirs, mine, Side.THERE));
            }
        }
        return new PlatformComparison(
                platform, layers, artifacts(mine, theirs), here.pulledWith(there), there.pulledWith(here));
    }

    /** Reads the layers of one image whose tar the other has not. */
    private static Map<Digest, Opened> open(ComparedImage image, ComparedImage other) {
        Map<Digest, NamedLayer> distinct = new TreeMap<>();
        image.layers().stream()
                .filter(layer -> !has(other, layer) && !hasTar(other, layer))
                .forEach(layer -> distinct.put(layer.digest(), layer));
        return SideBySide.each(List.copyOf(distinct.values()), LayerComparer::open).stream()
                .collect(Collectors.toMap(opened -> opened.layer().digest(), opened -> opened));
    }

    private static Opened open(NamedLayer layer) {
        Map<String, Content> entries = new HashMap<>();
        try {
            List<FoundArtifact> artifacts = LayerSurvey.of(
                            layer.blob(),
                            Map.of(),
                            Optional.of((entry, bytes) -> entries.put(entry.path(), new Content(entry, bytes))))
                    .artifacts();
            return new Opened(layer, Optional.of(entries), artifacts);
        } catch (LayeredFailure failure) {
            return new Opened(layer, Optional.empty(), List.of());
        }
    }

    private static boolean has(ComparedImage image, NamedLayer layer) {
        return image.layers().stream().anyMatch(other -> other.digest().equals(layer.digest()));
    }

    private static boolean hasTar(ComparedImage image, NamedLayer layer) {
        return layer.diffId().isPresent()
                && image.layers().stream().anyMatch(other -> other.diffId().equals(layer.diffId()));
    }

    private static LayerComparison compared(
            NamedLayer layer, ComparedImage other, Map<Digest, Opened> own, Map<Digest, Opened> others, Side alone) {
        Side side = has(other, layer) ? Side.BOTH : hasTar(other, layer) ? Side.REPACKED : alone;
        return new LayerComparison(
                layer.name(),
                layer.blob().descriptor(),
                side,
                Optional.ofNullable(own.get(layer.digest()))
                        .flatMap(Opened::entries)
                        .map(entries -> changes(entries, others)));
    }

    private static FileChanges changes(Map<String, Content> entries, Map<Digest, Opened> others) {
        int same = 0;
        int changed = 0;
        int only = 0;
        for (Content content : entries.values()) {
            if (content.entry().kind() == TarEntry.Kind.DIRECTORY) {
                continue;
            }
            List<Content> found = others.values().stream()
                    .flatMap(opened -> opened.entries().stream())
                    .flatMap(map -> Optional.ofNullable(map.get(content.entry().path())).stream())
                    .toList();
            if (found.isEmpty()) {
                only++;
            } else if (found.contains(content)) {
                same++;
            } else {
                changed++;
            }
        }
        return new FileChanges(same, changed, only);
    }

    private static List<ArtifactChange> artifacts(Map<Digest, Opened> mine, Map<Digest, Opened> theirs) {
        Map<String, Map<String, Digest>> left = versions(mine);
        Map<String, Map<String, Digest>> right = versions(theirs);
        Set<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        List<ArtifactChange> changes = new ArrayList<>();
        for (String name : names) {
            Map<String, Digest> one = left.getOrDefault(name, Map.of());
            Map<String, Digest> other = right.getOrDefault(name, Map.of());
            if (!one.equals(other)) {
                changes.add(new ArtifactChange(name, text(one), text(other)));
            }
        }
        return changes;
    }

    /** Returns name to version to bytes. */
    private static Map<String, Map<String, Digest>> versions(Map<Digest, Opened> layers) {
        Map<String, Map<String, Digest>> versions = new HashMap<>();
        for (Opened opened : layers.values()) {
            for (FoundArtifact artifact : opened.artifacts()) {
                Content content =
                        opened.entries().orElseThrow().get(artifact.path().substring(1));
                versions.computeIfAbsent(artifact.name(), name -> new TreeMap<>())
                        .put(artifact.version(), content.bytes());
            }
        }
        return versions;
    }

    private static String text(Map<String, Digest> versions) {
        return String.join(
                ", ",
                versions.keySet().stream()
                        .map(version -> version.isEmpty() ? "?" : version)
                        .toList());
    }
}
