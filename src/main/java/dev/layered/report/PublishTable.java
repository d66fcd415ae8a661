package dev.layered.report;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PlatformOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What was published, as lines for the terminal: each layer with where it came from and what was sent. */
public final class PublishTable {

    private PublishTable() {}

    /** Returns the lines; a layer that platforms share stands in the first of them. */
    public static List<String> lines(PublishOutcome outcome, Duration time) {
        List<String> lines = new ArrayList<>();
        Set<Digest> shown = new HashSet<>();
        for (PlatformOutcome platform : outcome.platforms()) {
            TextTable table = new TextTable("lrlll");
            boolean any = false;
            for (Descriptor layer : platform.baseLayers()) {
                if (shown.add(layer.digest())) {
                    table.row(
                            outcome.base(),
                            Sizes.of(layer.size()),
                            layer.digest().shortHex(),
                            "base",
                            way(layer.digest(), outcome));
                    any = true;
                }
            }
            for (LayerOutcome layer : platform.layers()) {
                if (shown.add(layer.descriptor().digest())) {
                    table.row(
                            layer.name(),
                            Sizes.of(layer.descriptor().size()),
                            layer.descriptor().digest().shortHex(),
                            layer.origin().word(),
                            way(layer.descriptor().digest(), outcome));
                    any = true;
                }
            }
            if (any) {
                lines.add("layers for " + platform.platform() + ":");
                table.lines().forEach(line -> lines.add("  " + line));
            }
        }
        outcome.names().forEach(name -> lines.add((outcome.isNew() ? "pushed: " : "unchanged: ") + name));
        lines.add(Sizes.of(outcome.sent()) + " of layers and configs sent in "
                + String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0));
        lines.add(outcome.target().digest().text());
        return lines;
    }

    private static String way(Digest digest, PublishOutcome outcome) {
        return Optional.ofNullable(outcome.transfers().get(digest))
                .map(transfer -> word(transfer.way()))
                .orElse("elsewhere");
    }

    private static String word(Transfer.Way way) {
        return switch (way) {
            case THERE -> "was there";
            case MOUNTED -> "mounted";
            case UPLOADED -> "uploaded";
        };
    }
}
