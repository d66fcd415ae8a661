package dev.layered.application;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.jar.BuildTimes;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.StandardLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Warnings of files that tell when they were built, and so make their layer new in every build. */
public final class BuildTimeRemarks {

    private BuildTimeRemarks() {}

    /**
     * Returns a {@code build-time} for each layer that holds such files; looked at are resources and jars that are
     * modules of the same source tree.
     */
    public static List<Problem> on(ImagePlan plan) {
        Set<PlannedLayer> layers = new LinkedHashSet<>();
        plan.platforms().forEach(platform -> layers.addAll(platform.layers()));
        List<Problem> remarks = new ArrayList<>();
        for (PlannedLayer layer : layers) {
            List<String> found = new ArrayList<>();
            boolean own = layer.name().equals(StandardLayer.RESOURCES.layerName());
            layer.entries().forEach(entry -> found.addAll(in(entry, own)));
            if (!found.isEmpty()) {
                remarks.add(remark(layer, found));
            }
        }
        return remarks;
    }

    private static List<String> in(LayerEntry entry, boolean own) {
        if (!(entry.content() instanceof Content.OfFile source)) {
            return List.of();
        }
        String name = source.file().getFileName().toString();
        if (source.form() == Content.Form.TIMELESS_JAR) {
            return BuildTimes.inJar(source.file()).stream()
                    .map(found -> found + " of " + name)
                    .toList();
        }
        return own && BuildTimes.mayBeIn(name) ? in(name, source.file()) : List.of();
    }

    private static List<String> in(String name, Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return BuildTimes.in(name, in).stream().toList();
        } catch (IOException e) {
            return List.of(); // whoever puts it into the layer tells of it
        }
    }

    private static Problem remark(PlannedLayer layer, List<String> found) {
        return new Problem(
                "build-time",
                "The layer " + Shown.quoted(layer.name()) + " is new in every build, though the source be the same: "
                        + Shown.text(found.get(0))
                        + (found.size() > 1 ? ", and " + (found.size() - 1) + " more" : "")
                        + " tells when it was built.",
                "the layer " + layer.name(),
                "set project.build.outputTimestamp, or leave the time out where the file is made");
    }
}
