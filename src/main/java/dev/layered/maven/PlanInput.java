package dev.layered.maven;

import dev.layered.certificate.FoundCertificates;
import dev.layered.extra.ExtraDirectories;
import dev.layered.extra.PlacedExtras;
import dev.layered.failure.Problem;
import dev.layered.image.Digest;
import dev.layered.image.ImageFormat;
import dev.layered.image.Platform;
import dev.layered.maven.ImageArtifacts.Chosen;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.CompressionWords;
import dev.layered.maven.parameters.DepLayerParameters;
import dev.layered.maven.parameters.PlatformArtifactParameters;
import dev.layered.maven.parameters.Unset;
import dev.layered.maven.parameters.Words;
import dev.layered.natives.PlatformRule;
import dev.layered.plan.ClassPath;
import dev.layered.plan.CompressionChoice;
import dev.layered.plan.DependencyTree;
import dev.layered.plan.FileNotes;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.ImageSettings;
import dev.layered.plan.LayerPlanner;
import dev.layered.plan.LayerRemarks;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.PlanContents;
import dev.layered.plan.PlatformPlan;
import dev.layered.plan.Trust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the parameters of a goal and its project into the plan of an image. */
final class PlanInput {

    private static final List<String> INDEX = List.of("auto", "always");
    private static final List<String> KINDS = List.of("application", "base");

    private final LayeredMojo mojo;
    private final Reading reading;
    private final boolean preview;

    /**
     * Reads nothing yet.
     *
     * @param preview whether a project that is not compiled yet has a plan too, of its dependencies
     */
    PlanInput(LayeredMojo mojo, Reading reading, boolean preview) {
        this.mojo = mojo;
        this.reading = reading;
        this.preview = preview;
    }

    /**
     * Returns the plan of each image, of use only where the reading noted no mistake; none where the module is no
     * application.
     */
    List<ImagePlan> plans(ProjectContents contents) {
        word("kind", mojo.kind, KINDS);
        List<VariantInput> variants = VariantInput.all(mojo, reading);
        ExtraDirectories extraDirectories =
                mojo.extraDirectories.read(mojo.project.getBasedir().toPath(), reading.at("extraDirectories"));
        List<LayerRule> rules =
                DepLayerParameters.rules(mojo.depLayers, extraDirectories.layerNames(), reading.at("depLayers"));
        ApplicationInput application = new ApplicationInput(mojo, reading, preview, contents);
        ImageFormat format = format(reading.at("container"));
        CompressionChoice compression = CompressionWords.read(mojo.compression, mojo.depLayers, format, reading);
        SettingsInput input = new SettingsInput(mojo, reading);
        ImageSettings settings = input.settings(format, application.root());
        boolean alwaysIndex = word("index", mojo.index, INDEX).equals("always");
        variants.forEach(variant -> noteWrongLimits(variant, contents));
        Optional<String> unfit = application.unfit();
        if (unfit.isPresent()) {
            mojo.skipped(unfit.get());
            return List.of();
        }
        PlacedExtras extras = contents.extras(extraDirectories, reading.mistakes());
        FoundCertificates trusted = input.certificates();
        FileNotes notes = extras.notes()
                .on(new ProjectFingerprint(mojo).digests(contents, extras))
                .warning(trusted.warnings());
        List<PlacedFile> files = Stream.concat(application.files().stream(), extras.files().stream())
                .toList();
        Trust trust = new Trust(trusted.certificates(), Map.of());
        Map<VariantInput, Map<Platform, Chosen>> artifacts = artifacts(variants, contents);
        DependencyTree tree = reading.mistakes().isEmpty() ? contents.tree(rules) : DependencyTree.UNKNOWN;
        List<ImagePlan> plans = new ArrayList<>();
        for (VariantInput variant : variants) {
            variant.tellBase();
            Map<Platform, ClassPath> paths =
                    classPaths(variant, artifacts.getOrDefault(variant, Map.of()), application);
            if (reading.mistakes().isEmpty()) {
                LayeringChoice layering = layering(variant, contents);
                PlanContents all = new PlanContents(files, paths, rules, tree, layering, compression, trust);
                plans.add(plan(variant, all, settings, notes, alwaysIndex));
            }
        }
        reading.mistakes().addAll(mojo.strict ? new PlanCheck(preview).unused(plans) : List.of());
        return plans;
    }

    /** What is wrong with them is told with the rest, also where the module turns out to have no image. */
    private void noteWrongLimits(VariantInput variant, ProjectContents contents) {
        layering(variant, contents);
        variant.limits().layerSizeWarn(variant.limitsPlace());
    }

    private LayeringChoice layering(VariantInput variant, ProjectContents contents) {
        Set<String> ownGroupIds = contents.modules().groupIds();
        return mojo.layering
                .choice(variant.limits(), ownGroupIds, reading.at("layering"), variant.limitsPlace())
                .within(variant.limits().sizes(preview, variant.limitsPlace()));
    }

    private static Map<Platform, ClassPath> classPaths(
            VariantInput variant, Map<Platform, Chosen> artifacts, ApplicationInput application) {
        Map<Platform, ClassPath> paths = new LinkedHashMap<>();
        artifacts.forEach((platform, chosen) -> application
                .classPath(chosen.artifacts(), chosen.leftOut())
                .map(path -> variant.jvmFlags().map(path::flags).orElse(path))
                .ifPresent(path -> paths.put(platform, path)));
        return paths;
    }

    private ImagePlan plan(
            VariantInput variant, PlanContents contents, ImageSettings all, FileNotes notes, boolean alwaysIndex) {
        List<PlatformPlan> platforms = LayerPlanner.plan(contents);
        List<Problem> wrong = new PlanCheck(preview).of(variant.identity(), contents, platforms);
        reading.mistakes().addAll(preview ? List.of() : wrong);
        OptionalLong largest = variant.limits().layerSizeWarn(variant.limitsPlace());
        return new ImagePlan(
                variant.identity(),
                variant.base(),
                contents,
                platforms,
                all.of(variant::over, variant::over),
                notes.warning(LayerRemarks.on(platforms, largest)).warning(preview ? wrong : List.of()),
                alwaysIndex);
    }

    /** Returns what is on the class path of each image; nothing where a mistake was noted. */
    private Map<VariantInput, Map<Platform, Chosen>> artifacts(List<VariantInput> variants, ProjectContents contents) {
        List<PlatformRule> rules =
                PlatformArtifactParameters.rules(mojo.platformArtifacts, reading.at("platformArtifacts"));
        ImageArtifacts artifacts = new ImageArtifacts(
                contents.artifacts(), rules, one -> contents.modules().contain(one.groupId(), one.artifactId()));
        variants.forEach(variant -> artifacts.of(variant, preview));
        return reading.mistakes().isEmpty()
                ? reading.mistakes()
                        .collect(() ->
                                artifacts.choose(wanted -> mojo.siblings.resolve(wanted, mojo.project, mojo.session)))
                        .orElse(Map.of())
                : Map.of();
    }

    /**
     * Returns what decides the plans now, without the base images and without resolving dependencies; of use only where
     * the reading noted no mistake.
     */
    Map<String, Digest> grounds(ProjectContents contents) {
        Path project = mojo.project.getBasedir().toPath();
        ExtraDirectories extraDirectories = mojo.extraDirectories.read(project, reading.at("extraDirectories"));
        PlacedExtras extras = contents.extras(extraDirectories, reading.mistakes());
        return new ProjectFingerprint(mojo).digests(contents, extras);
    }

    private ImageFormat format(Reading container) {
        ImageFormat format = mojo.container.format(container);
        if (format == ImageFormat.DOCKER && !Unset.none(mojo.annotations).isEmpty()) {
            mojo.getLog().warn("Docker's format has no annotations: those of <annotations> are left out.");
        }
        return format;
    }

    private String word(String parameter, String value, List<String> valid) {
        return Words.read(parameter, value, valid, reading.at(parameter));
    }
}
