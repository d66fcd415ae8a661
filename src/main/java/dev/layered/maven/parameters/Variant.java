package dev.layered.maven.parameters;

import dev.layered.image.RuntimeConfig;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.ArtifactSwap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One of the images that a project makes; of a project without variants the only one.
 *
 * @param name empty where there are no variants
 * @param isDefault whether tags without a variant's name are for it
 * @param item of {@code <variants>}, counted from 0; empty where there are none
 * @param tags its own, as written; empty where it has those of the target
 * @param from base and platforms, whoever set them
 * @param limits whoever set them
 * @param artifacts how its class path differs from the project's
 * @param extra what it says besides
 */
public record Variant(
        String name,
        boolean isDefault,
        OptionalInt item,
        List<String> tags,
        FromParameters from,
        LimitsParameters limits,
        ArtifactSwap artifacts,
        Extra extra) {

    /**
     * What one variant says on top of what is said for all.
     *
     * @param runtime environment and labels, to be put over those for all by {@link RuntimeConfig#with}
     * @param annotations to be put over those for all, by name
     * @param jvmFlags in place of those for all
     */
    public record Extra(RuntimeConfig runtime, Map<String, String> annotations, Optional<List<String>> jvmFlags) {

        private static final Extra NONE = new Extra(RuntimeConfig.NONE, Map.of(), Optional.empty());
    }

    /** Returns the only image of a project without variants. */
    static Variant only(FromParameters from, LimitsParameters limits) {
        return new Variant("", true, OptionalInt.empty(), List.of(), from, limits, ArtifactSwap.NONE, Extra.NONE);
    }

    /** Whether it is one of those that the project names, and not all that there is. */
    public boolean isNamed() {
        return item.isPresent();
    }

    /** Returns the reading of its own element, or of the whole configuration where there are no variants. */
    public Reading own(Reading configuration) {
        return item.isPresent() ? configuration.at("variants").item(item.getAsInt()) : configuration;
    }

    /** Returns the reading of {@code from} or {@code limits}: of what the variant has, else of what is set for all. */
    public Reading reading(String element, Reading configuration) {
        return own(configuration).at(element).over(configuration.at(element));
    }
}
