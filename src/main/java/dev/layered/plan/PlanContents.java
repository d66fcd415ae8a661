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
 */
public record PlanContents(
        List<PlacedFile> files,
        Map<Platform, ClassPath> classPaths,
        List<LayerRule> rules,
        DependencyTree tree,
        LayeringChoice layering,
        CompressionChoice compression) {

    /** Returns the class path of a platform. */
    public ClassPath classPath(Platform platform) {
        return classPaths.get(platform);
    }

    /** Returns the contents with another class path for each platform. */
    public PlanContents with(Map<Platform, ClassPath> others) {
        return new PlanContents(files, others, rules, tree, layering, compression);
    }

    /** Returns the files that a platform's layers hold besides artifacts. */
    List<PlacedFile> files(Platform platform) {
        List<PlacedFile> all = new ArrayList<>(files);
        classPath(platform).file().ifPresent(all::add);
        return all;
    }

    /** Returns the layers that files are put into by name, in their order. */
    Set<String> layerNames() {
        Set<String> names = new LinkedHashSet<>();
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
