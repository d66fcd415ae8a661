package dev.layered.report;

import dev.layered.image.Descriptor;
import dev.layered.outcome.LayerPreview;
import dev.layered.outcome.PlatformPreview;
import dev.layered.plan.Assignment;
import dev.layered.plan.ClassPath;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlatformPlan;
import dev.layered.plan.RuleRemarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a build would make, as lines for the terminal: the layers bottom to top, each with its artifacts. */
public final class PlanTable {

    /** The compression that needs no mention. */
    private static final String USUAL = "gzip";

    private PlanTable() {}

    /**
     * Returns the lines.
     *
     * @param previews one for each platform of the plan, in its order
     */
    public static List<String> lines(ImagePlan plan, List<PlatformPreview> previews) {
        List<String> lines = new ArrayList<>();
        groups(previews).forEach((layers, platforms) -> {
            lines.add(plan.identity().shown() + " for "
                    + String.join(
                            ", ",
                            platforms.stream().map(p -> p.platform().toString()).toList()) + ", bottom to top");
            PlatformPlan first = plan.platforms().get(previews.indexOf(platforms.get(0)));
            lines.addAll(base(plan, platforms));
            lines.addAll(inBase(first));
            layers.forEach(layer -> lines.addAll(layer(layer, first)));
            lines.addAll(leftOut(plan.contents().classPath(first.platform())));
            if (!first.empty().isEmpty()) {
                lines.add("  nothing in: " + String.join(", ", first.empty()));
            }
        });
        lines.addAll(RuleRemarks.on(plan.rules(), plan.platforms()).overlaps());
        long unknown = previews.stream()
                .flatMap(preview -> preview.layers().stream())
                .filter(layer -> !layer.known())
                .distinct()
                .mapToLong(LayerPreview::contentSize)
                .sum();
        lines.add(unknown == 0 ? "every layer is known: a build makes none" : "to be built: " + Sizes.of(unknown));
        return lines;
    }

    /** Platforms whose layers are the same are shown together. */
    private static Map<List<LayerPreview>, List<PlatformPreview>> groups(List<PlatformPreview> previews) {
        Map<List<LayerPreview>, List<PlatformPreview>> groups = new LinkedHashMap<>();
        previews.forEach(preview -> groups.computeIfAbsent(preview.layers(), layers -> new ArrayList<>())
                .add(preview));
        return groups;
    }

    private static List<String> base(ImagePlan plan, List<PlatformPreview> platforms) {
        return platforms.stream()
                .filter(platform -> !platform.baseLayers().isEmpty())
                .map(platform -> "  " + plan.base() + " " + platform.platform() + ": "
                        + platform.baseLayers().size() + " layers, "
                        + Sizes.of(platform.baseLayers().stream()
                                .mapToLong(Descriptor::size)
                                .sum()))
                .toList();
    }

    private static List<String> inBase(PlatformPlan plan) {
        List<Assignment> held = plan.in(Assignment.OF_BASE);
        List<String> lines = new ArrayList<>();
        if (!held.isEmpty()) {
            lines.add("    in the base image, and not repeated:");
            lines.addAll(table(held));
        }
        return lines;
    }

    private static List<String> leftOut(ClassPath path) {
        List<String> lines = new ArrayList<>();
        if (!path.leftOut().isEmpty()) {
            lines.add("  left out:");
            TextTable table = new TextTable("ll");
            path.leftOut().forEach(left -> table.row(left.artifact().toString(), left.why()));
            table.lines().forEach(line -> lines.add("      " + line));
        }
        return lines;
    }

    /** Returns the names of an image as a push would set them, each with what it stands for. */
    public static List<String> names(ImagePlan plan) {
        TextTable table = new TextTable("ll");
        String whole = plan.isIndex() ? "the index" : "the manifest";
        plan.identity()
                .names()
                .forEach(name -> table.row(
                        name.reference(),
                        name.platform()
                                .map(platform -> "the manifest for " + platform)
                                .orElse(whole)));
        List<String> lines = new ArrayList<>(List.of("a push would set:"));
        table.lines().forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static List<String> layer(LayerPreview layer, PlatformPlan plan) {
        List<String> lines = new ArrayList<>();
        String files = layer.files() == 1 ? "1 file" : layer.files() + " files";
        lines.add("  " + layer.name() + ": " + files + ", " + Sizes.of(layer.contentSize()) + ", key "
                + layer.key().substring("sha256:".length(), "sha256:".length() + 12) + ", "
                + (layer.compression().equals(USUAL) ? "" : layer.compression() + ", ")
                + (layer.known() ? "known" : "to be built"));
        Map<String, List<Assignment>> byReason = new LinkedHashMap<>();
        plan.in(layer.name())
                .forEach(assignment -> byReason.computeIfAbsent(why(assignment), why -> new ArrayList<>())
                        .add(assignment));
        byReason.forEach((why, assignments) -> {
            lines.add("    " + why + ":");
            lines.addAll(table(assignments));
        });
        return lines;
    }

    private static List<String> table(List<Assignment> assignments) {
        TextTable table = new TextTable("lrll");
        assignments.forEach(assignment -> table.row(
                assignment.artifact().coordinates().toString(),
                size(assignment.artifact().file()),
                assignment.artifact().scope(),
                assignment.artifact().origin().why()));
        return table.lines().stream().map(line -> "      " + line).toList();
    }

    private static String why(Assignment assignment) {
        return assignment
                .rule()
                .map(rule -> assignment.reason().text() + ", " + rule.place())
                .orElse(assignment.reason().text());
    }

    private static String size(Path file) {
        try {
            return Sizes.of(Files.size(file));
        } catch (IOException e) {
            return "?";
        }
    }
}
