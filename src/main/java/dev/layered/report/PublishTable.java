package dev.layered.report;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.ImageReference;
import dev.layered.outcome.PlatformOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was published, as lines for the terminal: each layer with where it came from and what was sent. */
public final class PublishTable {

    private PublishTable() {}

    /**
     * Returns the lines; a layer that platforms share stands in the first of them.
     *
     * @param images what each image is in each repository
     */
    public static List<String> lines(List<List<PublishOutcome>> images, Duration time) {
        List<PublishOutcome> all = images.stream().flatMap(List::stream).toList();
        List<String> lines = new ArrayList<>();
        for (List<PublishOutcome> repositories : images) {
            repositories.forEach(outcome -> lines.addAll(layers(outcome, repositories.size() > 1)));
        }
        all.forEach(outcome -> lines.addAll(names(outcome)));
        long sent = all.stream().mapToLong(PublishOutcome::sent).sum();
        lines.add(Sizes.of(sent) + " of layers and configs sent in " + seconds(time) + counts(all));
        Map<String, String> digests = new LinkedHashMap<>();
        all.forEach(outcome -> digests.putIfAbsent(
                outcome.image().target().digest().text(), outcome.image().shown()));
        digests.forEach((digest, image) -> lines.add(images.size() == 1 ? digest : digest + " " + image));
        return lines;
    }

    private static List<String> layers(PublishOutcome outcome, boolean isOneOfSeveral) {
        List<String> lines = new ArrayList<>();
        Set<Digest> shown = new HashSet<>();
        for (PlatformOutcome platform : outcome.image().platforms()) {
            TextTable table = new TextTable("lrlllrl");
            platform.baseLayers().stream()
                    .filter(layer -> shown.add(layer.digest()))
                    .forEach(layer -> table.row(row(outcome.image().base(), layer, "base", outcome)));
            platform.layers().stream()
                    .filter(layer -> shown.add(layer.descriptor().digest()))
                    .forEach(layer -> table.row(
                            row(layer.name(), layer.descriptor(), layer.origin().word(), outcome)));
            List<String> rows = table.lines();
            if (!rows.isEmpty()) {
                String image = outcome.image().variant();
                lines.add("layers for " + platform.platform() + (image.isEmpty() ? "" : " (" + image + ")")
                        + (isOneOfSeveral ? " in " + repository(outcome) : "") + ":");
                rows.forEach(line -> lines.add("  " + line));
            }
        }
        return lines;
    }

    /** Returns a line for each name; one that stands for the manifest of a platform says so. */
    private static List<String> names(PublishOutcome outcome) {
        String word = outcome.isNew() ? "pushed: " : "unchanged: ";
        return outcome.image().tags().stream()
                .map(tag -> word
                        + tag.name()
                        + tag.platform().map(platform -> " for " + platform).orElse(""))
                .toList();
    }

    private static String repository(PublishOutcome outcome) {
        ImageReference name = ImageReference.parse(outcome.names().get(0));
        return name.registry() + "/" + name.repository();
    }

    private static String[] row(String name, Descriptor layer, String origin, PublishOutcome outcome) {
        Optional<Transfer> transfer = Optional.ofNullable(outcome.transfers().get(layer.digest()));
        return new String[] {
            name,
            Sizes.of(layer.size()),
            layer.digest().shortHex(),
            origin,
            transfer.map(done -> word(done.way())).orElse("elsewhere"),
            transfer.filter(done -> done.way() != Transfer.Way.THERE)
                    .map(done -> seconds(done.time()))
                    .orElse(""),
            transfer.flatMap(Transfer::from)
                    .map(from -> "from " + shortened(from, outcome))
                    .orElse("")
        };
    }

    /** The registry is that of the image itself, as blobs come from no other. */
    private static String shortened(String from, PublishOutcome outcome) {
        String registry = ImageReference.parse(outcome.names().get(0)).registry() + "/";
        return from.startsWith(registry) ? from.substring(registry.length()) : from;
    }

    /** Returns how many blobs came in each way, as {@code : 2 uploaded, 3 were there}; nothing where none was looked at. */
    private static String counts(List<PublishOutcome> all) {
        Map<Transfer.Way, Long> counts = all.stream()
                .flatMap(outcome -> outcome.transfers().values().stream())
                .collect(Collectors.groupingBy(
                        Transfer::way, () -> new EnumMap<>(Transfer.Way.class), Collectors.counting()));
        List<String> words = new ArrayList<>();
        counts.forEach((way, count) ->
                words.add(count + " " + (way == Transfer.Way.THERE && count > 1 ? "were there" : word(way))));
        return words.isEmpty() ? "" : ": " + String.join(", ", words);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static String word(Transfer.Way way) {
        return switch (way) {
            case THERE -> "was there";
            case MOUNTED -> "mounted";
            case UPLOADED -> "uploaded";
        };
    }
}
