package dev.layered.plan;

import java.util.Set;

/**
 * How artifacts are divided that no rule takes, and how many layers and bytes an image may have.
 *
 * @param maxLayers for dependencies, at least 1
 * @param maxModuleLayers for modules, at least 1
 * @param imageLayers the base's and ours together, at least 1
 * @param imageLayersWarn above so many there is a warning
 * @param ownGroupIds of the modules of the source tree: what bears one of them and is no module comes from the same house
 * @param sizes how many bytes the image may have
 */
public record LayeringChoice(
        Strategy strategy,
        int maxLayers,
        int maxModuleLayers,
        int imageLayers,
        int imageLayersWarn,
        Set<String> ownGroupIds,
        SizeLimits sizes) {

    /** Docker and containerd mount no more. */
    public static final int MOST_LAYERS = 127;

    /** What holds where nothing is set, with no groupId of one's own. */
    public static final LayeringChoice DEFAULT = new LayeringChoice(Strategy.AUTO, 24, 4, MOST_LAYERS, 40, Set.of());

    /** An image may have any size. */
    public LayeringChoice(
            Strategy strategy,
            int maxLayers,
            int maxModuleLayers,
            int imageLayers,
            int imageLayersWarn,
            Set<String> ownGroupIds) {
        this(strategy, maxLayers, maxModuleLayers, imageLayers, imageLayersWarn, ownGroupIds, SizeLimits.NONE);
    }

    /** Returns the same in a source tree of these groupIds. */
    public LayeringChoice in(Set<String> groupIds) {
        return new LayeringChoice(strategy, maxLayers, maxModuleLayers, imageLayers, imageLayersWarn, groupIds, sizes);
    }

    /** Returns the same for an image that may have so many bytes. */
    public LayeringChoice within(SizeLimits limits) {
        return new LayeringChoice(
                strategy, maxLayers, maxModuleLayers, imageLayers, imageLayersWarn, ownGroupIds, limits);
    }

    /** How what no rule takes is divided. */
    public enum Strategy {
        /** By groupId, the biggest alone; modules by size. */
        AUTO,
        /** Libraries into one layer, the application with its modules into another. */
        TWO,
        /** Each artifact alone; modules by size. */
        PER_ARTIFACT
    }
}
