package dev.layered.report;

import dev.layered.image.Descriptor;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PlatformOutcome;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a build made, as lines for the terminal: the layers bottom to top, then time and place. */
public final class LayerTable {

    private LayerTable() {}

    /**
     * Returns the lines.
     *
     * @param from the folder that the layout's path is shown from
     */
    public static List<String> lines(List<BuildOutcome> outcomes, Duration time, Path from) {
        List<String> lines = new ArrayList<>();
        outcomes.forEach(outcome -> lines.addAll(lines(outcome)));
        BuildOutcome any = outcomes.get(0);
        String path = from.relativize(any.layout()).toString().replace(File.separatorChar, '/');
        lines.add((any.unchanged() ? "nothing changed: " : "image layout: ") + path + " in " + seconds(time));
        for (BuildOutcome outcome : outcomes) {
            String digest = outcome.image().target().digest().text();
            lines.add(
                    outcomes.size() == 1
                            ? digest
                            : digest + " " + outcome.image().shown());
        }
        return lines;
    }

    private static List<String> lines(BuildOutcome outcome) {
        List<String> lines = new ArrayList<>();
        ImageOutcome image = outcome.image();
        groups(image.platforms()).forEach((layers, platforms) -> {
            lines.add(image.shown() + " for "
                    + String.join(
                            ", ",
                            platforms.stream().map(p -> p.platform().toString()).toList()));
            table(image.base(), layers, platforms).lines().forEach(line -> lines.add("  " + line));
        });
        if (!outcome.emptyLayers().isEmpty()) {
            lines.add("left out, because there is nothing in them: " + String.join(", ", outcome.emptyLayers()));
        }
        return lines;
    }

    /** Platforms whose layers of ours are the same share one table. */
    private static Map<List<LayerOutcome>, List<PlatformOutcome>> groups(List<PlatformOutcome> platforms) {
        Map<List<LayerOutcome>, List<PlatformOutcome>> groups = new LinkedHashMap<>();
        platforms.forEach(platform -> groups.computeIfAbsent(platform.layers(), layers -> new ArrayList<>())
                .add(platform));
        return groups;
    }

    private static TextTable table(String base, List<LayerOutcome> layers, List<PlatformOutcome> platforms) {
        TextTable table = new TextTable("lrrll").row("layer", "files", "size", "digest", "");
        for (PlatformOutcome platform : platforms) {
            if (!platform.baseLayers().isEmpty()) {
                long size = platform.baseLayers().stream()
                        .mapToLong(Descriptor::size)
                        .sum();
                String name = platforms.size() > 1 ? base + " " + platform.platform() : base;
                table.row(name, "", Sizes.of(size), platform.baseLayers().size() + " layers", "base");
            }
        }
        for (LayerOutcome layer : layers) {
            table.row(
                    layer.name(),
                    String.valueOf(layer.files()),
                    Sizes.of(layer.descriptor().size()),
                    layer.descriptor().digest().shortHex(),
                    layer.origin().word());
        }
        int files = layers.stream().mapToInt(LayerOutcome::files).sum();
        long size =
                layers.stream().mapToLong(layer -> layer.descriptor().size()).sum();
        return table.row("application", String.valueOf(files), Sizes.of(size), "", "");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
