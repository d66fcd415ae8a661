package dev.layered.plan;

import dev.layered.image.Platform;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is to be put into layers.
 *
 * @param files whose layer is known, the same for every platform: classes, resources, extra files
 * @param classPaths of each platform; the rules decide in which layers their artifacts are
 * @param rules of the user, in the order of the image
 * @param tree of the project's dependencies, for transitive rules
 * @param layering how artifacts are divided that no rule takes
 * @param compression of the layers
 * @param trust whom containers trust besides whom the base image trusts
 */
public record PlanContents(
        List<PlacedFile> files,
        Map<Platform, ClassPath> classPaths,
        List<LayerRule> rules,
        DependencyTree tree,
        LayeringChoice layering,
        CompressionChoice compression,
        Trust trust) {

    /** What trusts nobody else than its base image. */
    public PlanContents(
            List<PlacedFile> files,
            Map<Platform, ClassPath> classPaths,
            List<LayerRule> rules,
            DependencyTree tree,
            LayeringChoice layering,
            CompressionChoice compression) {
        this(files, classPaths, rules, tree, layering, compression, Trust.NONE);
    }

    /** Returns the class path of a platform. */
    public ClassPath classPath(Platform platform) {
        return classPaths.get(platform);
    }

    /** Returns the contents with another class path for each platform, and the files of what is trusted. */
    public PlanContents with(Map<Platform, ClassPath> others, Trust known) {
        return new PlanContents(files, others, rules, tree, layering, compression, known);
    }

    /** Returns the files that a platform's layers hold besides artifacts. */
    List<PlacedFile> files(Platform platform) {
        List<PlacedFile> all = new ArrayList<>(trust.files(platform));
        all.addAll(files);
        classPath(platform).file().ifPresent(all::add);
        return all;
    }

    /** Returns the layers that files are put into by name, in their order. */
    Set<String> layerNames() {
        Set<String> names = new LinkedHashSet<>();
        if (!trust.files().isEmpty()) {
            names.add(StandardLayer.CA_CERTIFICATES.layerName());
        }
        files.forEach(file -> names.add(file.layer()));
        if (classPaths.values().stream().anyMatch(path -> path.launch().isPresent())) {
            names.add(StandardLayer.START.layerName());
        }
        return names;
    }

    /** Returns the rules that count for a platform. */
    List<LayerRule> rulesFor(Platform platform) {
        return rules.stream().filter(rule -> rule.isFor(platform)).toList();
    }
}
