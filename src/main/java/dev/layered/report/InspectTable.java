package dev.layered.report;

import dev.layered.failure.Shown;
import dev.layered.image.ImageConfig;
import dev.layered.image.RuntimeConfig;
import dev.layered.outcome.FolderSize;
import dev.layered.outcome.FoundArtifact;
import dev.layered.outcome.ImageContents;
import dev.layered.outcome.LayerContents;
import dev.layered.outcome.LayerInside;
import dev.layered.outcome.PlatformContents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in an image, as lines for the terminal: config, layers bottom to top, and what is in each. */
public final class InspectTable {

    private static final int LONGEST_NAME = 50;

    private final CutList cut;
    private final Map<String, String> told = new HashMap<>();

    private InspectTable(CutList cut) {
        this.cut = cut;
    }

    /** Returns the lines; long lists are cut unless all is asked for. */
    public static List<String> lines(ImageContents contents, boolean all) {
        InspectTable table = new InspectTable(new CutList(all));
        boolean isOneImage = contents.platforms().stream()
                        .map(PlatformContents::image)
                        .distinct()
                        .count()
                == 1;
        List<String> lines = new ArrayList<>();
        lines.add(Shown.text(contents.location()));
        groups(contents.platforms()).values().forEach(platforms -> {
            PlatformContents first = platforms.get(0);
            String names = String.join(
                    ", ", platforms.stream().map(p -> p.platform().toString()).toList());
            String heading = (first.image().isEmpty() ? "" : Shown.text(first.image()) + " for ") + names;
            lines.add(heading);
            table.of(first, isOneImage ? names : heading).forEach(line -> lines.add("  " + line));
        });
        if (contents.others() > 0) {
            lines.add("and " + contents.others() + " that no platform runs: attestations or signatures");
        }
        return lines;
    }

    /** Platforms that differ in nothing but their names are shown together. */
    private static Map<List<Object>, List<PlatformContents>> groups(List<PlatformContents> platforms) {
        Map<List<Object>, List<PlatformContents>> groups = new LinkedHashMap<>();
        platforms.forEach(platform -> groups.computeIfAbsent(
                        List.of(
                                platform.image(),
                                platform.target(),
                                platform.config().created(),
                                platform.config().runtime(),
                                platform.layers()),
                        key -> new ArrayList<>())
                .add(platform));
        return groups;
    }

    private List<String> of(PlatformContents platform, String names) {
        List<String> lines = new ArrayList<>();
        TextTable facts = new TextTable("ll");
        facts.row("digest:", platform.target().digest().text());
        config(platform.config()).forEach((label, values) -> {
            for (int i = 0; i < values.size(); i++) {
                facts.row(i == 0 ? label + ":" : "", values.get(i));
            }
        });
        lines.addAll(facts.lines());
        lines.addAll(table(platform.layers()));
        for (int i = 0; i < platform.layers().size(); i++) {
            LayerContents layer = platform.layers().get(i);
            String number = "layer " + (i + 1);
            String before = told.putIfAbsent(layer.blob().digest().text(), number + " of " + names);
            lines.add(number
                    + (layer.name().isEmpty() ? "" : ", " + Shown.text(layer.name())) + ":"
                    + (before == null ? "" : " the same as " + before));
            if (before == null) {
                inside(layer).forEach(line -> lines.add("  " + line));
            }
        }
        return lines;
    }

    private static Map<String, List<String>> config(ImageConfig config) {
        RuntimeConfig runtime = config.runtime();
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put("created", config.created().stream().toList());
        facts.put(
                "user", runtime.user().filter(user -> !user.isEmpty()).stream().toList());
        facts.put("working directory", runtime.workingDirectory().stream().toList());
        facts.put("entrypoint", command(runtime.entrypoint()));
        facts.put("cmd", command(runtime.command()));
        facts.put("environment", named(runtime.environment()));
        facts.put("labels", named(runtime.labels()));
        facts.put("ports", List.copyOf(runtime.ports()));
        facts.put("volumes", List.copyOf(runtime.volumes()));
        facts.values().removeIf(List::isEmpty);
        facts.replaceAll((label, values) -> values.stream().map(Shown::text).toList());
        return facts;
    }

    private static List<String> command(Optional<List<String>> command) {
        return command.filter(words -> !words.isEmpty()).map(words -> String.join(" ", words)).stream()
                .toList();
    }

    private static List<String> named(Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static List<String> table(List<LayerContents> layers) {
        TextTable table =
                new TextTable("rlrrrlll").row("", "layer", "files", "size", "unpacked", "digest", "compression", "key");
        int number = 0;
        for (LayerContents layer : layers) {
            Optional<LayerInside> inside = layer.inside();
            table.row(
                    String.valueOf(++number),
                    shortly(layer.name()),
                    inside.map(i -> String.valueOf(i.files())).orElse("?"),
                    Sizes.of(layer.blob().size()),
                    inside.map(i -> Sizes.of(i.tarSize())).orElse("?"),
                    layer.blob().digest().shortHex(),
                    layer.compression(),
                    layer.key().isEmpty() ? "" : layer.key().substring("sha256:".length(), "sha256:".length() + 12));
        }
        long size = layers.stream().mapToLong(layer -> layer.blob().size()).sum();
        long unpacked = insides(layers).mapToLong(LayerInside::tarSize).sum();
        int files = insides(layers).mapToInt(LayerInside::files).sum();
        return table.row("", "all", String.valueOf(files), Sizes.of(size), Sizes.of(unpacked), "", "", "")
                .lines();
    }

    private static Stream<LayerInside> insides(List<LayerContents> layers) {
        return layers.stream().flatMap(layer -> layer.inside().stream());
    }

    static String shortly(String name) {
        String text = Shown.text(name);
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }

    private List<String> inside(LayerContents layer) {
        if (layer.inside().isEmpty()) {
            return List.of(layer.unreadable());
        }
        LayerInside inside = layer.inside().get();
        List<String> lines = new ArrayList<>();
        int artifacts = inside.artifacts().size();
        TextTable jars = new TextTable("lr");
        for (FoundArtifact artifact : inside.artifacts().subList(0, cut.shown(artifacts))) {
            jars.row(Shown.text(artifact.text()), Sizes.of(artifact.size()));
        }
        lines.addAll(cut.lines(jars.lines(), artifacts, "artifacts"));
        int folders = inside.folders().size();
        TextTable others = new TextTable("lrr");
        for (FolderSize folder : inside.folders().subList(0, cut.shown(folders))) {
            String files = folder.files() == 1 ? "1 file " : folder.files() + " files";
            others.row(Shown.text(folder.path()), files, Sizes.of(folder.size()));
        }
        lines.addAll(cut.lines(others.lines(), folders, "folders"));
        if (inside.whiteouts() > 0) {
            lines.add("takes away from lower layers: " + inside.whiteouts());
        }
        return lines;
    }
}
