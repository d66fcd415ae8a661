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
        Reading container = reading.at("container");
        word("kind", mojo.kind, KINDS);
        List<VariantInput> variants = VariantInput.all(mojo, reading);
        ExtraDirectories extraDirectories =
                mojo.extraDirectories.read(mojo.project.getBasedir().toPath(), reading.at("extraDirectories"));
        ApplicationInput application = new ApplicationInput(mojo, reading, preview, contents);
        SharedInput shared = shared(container, application, extraDirectories);
        Optional<String> unfit = application.unfit();
        if (unfit.isPresent()) {
            mojo.skipped(unfit.get());
            return List.of();
        }
        PlacedExtras extras = contents.extras(extraDirectories, reading.mistakes());
        FoundCertificates trusted = new SettingsInput(mojo, reading).certificates();
        FileNotes notes = extras.notes()
                .on(new ProjectFingerprint(mojo).digests(contents, extras))
                .warning(trusted.warnings());
        List<PlacedFile> files = Stream.concat(application.files().stream(), extras.files().stream())
                .toList();
        DependencyTree tree = reading.mistakes().isEmpty() ? contents.tree(shared.rules()) : DependencyTree.UNKNOWN;
        Map<VariantInput, Map<Platform, Chosen>> chosen = artifacts(variants, contents);
        Trust trust = new Trust(trusted.certificates(), Map.of());
        List<ImagePlan> plans = new ArrayList<>();
        for (VariantInput variant : variants) {
            variant.tellBase();
            LayeringChoice layering = mojo.layering
                    .choice(
                            variant.limits(),
                            contents.modules().groupIds(),
                            reading.at("layering"),
                            variant.limitsPlace())
                    .within(variant.limits().sizes(preview, variant.limitsPlace()));
            OptionalLong largest = variant.limits().layerSizeWarn(variant.limitsPlace());
            Map<Platform, ClassPath> classPaths = new LinkedHashMap<>();
            chosen.getOrDefault(variant, Map.of())
                    .forEach((platform, some) -> application
                            .classPath(some.artifacts(), some.leftOut())
                            .map(path -> variant.jvmFlags().map(path::flags).orElse(path))
                            .ifPresent(path -> classPaths.put(platform, path)));
            if (reading.mistakes().isEmpty()) {
                PlanContents all = new PlanContents(
                        files, classPaths, shared.rules(), tree, layering, shared.compression(), trust);
                List<PlatformPlan> platforms = LayerPlanner.plan(all);
                List<Problem> wrong = new PlanCheck(mojo.strict, preview).of(all, platforms);
                reading.mistakes().addAll(preview ? List.of() : wrong);
                plans.add(new ImagePlan(
                        variant.identity(),
                        variant.base(),
                        all,
                        platforms,
                        shared.settings().of(variant::over, variant::over),
                        notes.warning(LayerRemarks.on(platforms, largest)).warning(preview ? wrong : List.of()),
                        shared.alwaysIndex()));
            }
        }
        return plans;
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

    /** What all images of a module share. */
    private record SharedInput(
            List<LayerRule> rules, CompressionChoice compression, ImageSettings settings, boolean alwaysIndex) {}

    private SharedInput shared(Reading container, ApplicationInput application, ExtraDirectories extras) {
        List<LayerRule> rules = DepLayerParameters.rules(mojo.depLayers, extras.layerNames(), reading.at("depLayers"));
        ImageFormat format = format(container);
        ImageSettings settings = new SettingsInput(mojo, reading).settings(format, application.root());
        return new SharedInput(
                rules,
                CompressionWords.read(mojo.compression, mojo.depLayers, format, reading),
                settings,
                word("index", mojo.index, INDEX).equals("always"));
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
