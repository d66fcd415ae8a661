package dev.layered.maven.parameters;

import dev.layered.image.RuntimeConfig;
import dev.layered.maven.configuration.PickedByName;
import dev.layered.maven.configuration.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One {@code <variant>}: what differs in one of several images of a project. */
@PickedByName
public final class VariantParameters {

    /** The variant's name, unique: {@code a-z 0-9 . _ -}. No default. Example: {@code cuda}. */
    String name;

    /**
     * Whether it is the variant that tags without its name are for, such as {@code latest}. By default the first variant
     * is. Example: {@code true}.
     */
    boolean asDefault;

    /**
     * Whether the variant is left out of a run; the property {@code layered.variants} picks some by name. By default
     * {@code false}. Example: {@code true}.
     */
    boolean skip;

    /** Base image and platforms. By default those of all variants. Example: {@code <image>nvidia/cuda</image>} inside. */
    FromParameters from = new FromParameters();

    /** How the class path differs. By default not at all. Example: {@code <excludes>com.example:cpu-*</excludes>} inside. */
    ArtifactChoiceParameters artifacts = new ArtifactChoiceParameters();

    /**
     * Environment variables, besides those of all variants. By default none. Example:
     * {@code <environment><DEVICE>cuda</DEVICE></environment>}.
     */
    Map<String, String> environment;

    /** Labels, besides those of all variants. By default none. Example: {@code <labels><device>cuda</device></labels>}. */
    Map<String, String> labels;

    /** Annotations, besides those of all variants. By default none. Example: {@code <device>cuda</device>} inside. */
    Map<String, String> annotations;

    /**
     * Options of the Java virtual machine, in place of those of all variants. By default those. Example:
     * {@code -XX:MaxRAMPercentage=50}.
     */
    List<String> jvmFlags;

    /** What the image may not exceed. By default as for all variants. Example: {@code <imageLayers>60</imageLayers>} inside. */
    LimitsParameters limits = new LimitsParameters();

    /** Tags, in place of those of {@code <to>}. By default those. Example: {@code <tags><tag>{version}-gpu</tag></tags>}. */
    List<String> tags;

    /** Returns the name without the space around it, or nothing. */
    String name() {
        return name == null ? "" : name.strip();
    }

    /** Returns the value; notes every mistake in it but those of the name. */
    Variant variant(
            boolean isDefault, int item, FromParameters outerFrom, LimitsParameters outerLimits, Reading variant) {
        return new Variant(
                name(),
                isDefault,
                OptionalInt.of(item),
                Unset.none(tags),
                from.over(outerFrom),
                limits.over(outerLimits),
                artifacts.swap(variant.at("artifacts")),
                new Variant.Extra(runtime(variant), Unset.none(annotations), flags()));
    }

    private Optional<List<String>> flags() {
        List<String> own = Unset.none(jvmFlags);
        return own.isEmpty() ? Optional.empty() : Optional.of(own);
    }

    /** A container's rules for environment and labels are a variant's too. */
    private RuntimeConfig runtime(Reading variant) {
        ContainerParameters container = new ContainerParameters();
        container.environment = environment;
        container.labels = labels;
        return container.runtime(Path.of(""), variant); // there are no files to read
    }
}
