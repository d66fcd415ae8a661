package dev.layered.maven;

import dev.layered.application.Application;
import dev.layered.application.JavaApplication;
import dev.layered.base.BaseImages;
import dev.layered.extra.ExtraDirectories;
import dev.layered.extra.PlacedExtras;
import dev.layered.failure.Problem;
import dev.layered.image.Digest;
import dev.layered.image.ImageFormat;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.CompressionWords;
import dev.layered.maven.parameters.DepLayerParameters;
import dev.layered.maven.parameters.Words;
import dev.layered.plan.BaseChoice;
import dev.layered.plan.CompressionChoice;
import dev.layered.plan.FileNotes;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.ImageSettings;
import dev.layered.plan.LayerPlanner;
import dev.layered.plan.LayerRemarks;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.PlanContents;
import dev.layered.plan.PlatformPlan;
import dev.layered.plan.RuleRemarks;
import dev.layered.plan.SizeCheck;
import dev.layered.record.StillTrue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** Reads the parameters of a goal and its project into the plan of an image. */
final class PlanInput {

    private static final List<String> INDEX = List.of("auto", "always");
    private static final List<String> FOR_SERVERS = List.of("war", "ear", "rar");
    private static final List<String> QUARKUS =
            List.of("io.quarkus:quarkus-maven-plugin", "io.quarkus.platform:quarkus-maven-plugin");
    private static final List<String> MODES = List.of("exploded", "packaged");

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

    /** Returns the plan, of use only where the reading noted no mistake; empty where the module is no application. */
    Optional<ImagePlan> plan(ProjectContents contents) {
        MavenProject project = mojo.project;
        Reading container = reading.at("container");
        BaseChoice base = base();
        List<Platform> platforms = mojo.from.platforms(reading.at("from"));
        String reference = mojo.to.reference(project.getArtifactId(), project.getVersion(), reading.at("to"));
        String created = mojo.container.created(Instant.now(), container);
        boolean alwaysIndex = word("index", mojo.index, INDEX).equals("always");
        ExtraDirectories extraDirectories =
                mojo.extraDirectories.read(project.getBasedir().toPath(), reading.at("extraDirectories"));
        List<LayerRule> rules =
                DepLayerParameters.rules(mojo.depLayers, extraDirectories.layerNames(), reading.at("depLayers"));
        LayeringChoice layering = layering(contents.modules().groupIds(), reading.at("limits"));
        OptionalLong largest = mojo.limits.layerSizeWarn(reading.at("limits"));
        JavaApplication application = application(contents, container);
        Optional<String> unfit = unfit(application, contents);
        if (unfit.isPresent()) {
            mojo.skipped(unfit.get());
            return Optional.empty();
        }
        if (!mojo.from.isNamed() && !base.from().isEmpty()) {
            mojo.getLog().info("No base image is named: " + base + " is taken, for the Java of this project.");
        }
        Optional<Application> laidOut = mainClass(application, contents, container.at("mainClass"))
                .flatMap(mainClass -> reading.mistakes().collect(() -> application.layOut(mainClass)));
        PlacedExtras extras = contents.extras(extraDirectories, reading.mistakes());
        ProjectFingerprint grounds = new ProjectFingerprint(mojo);
        RuntimeConfig runtime = mojo.container.runtime(laidOut.flatMap(Application::entrypoint), container);
        ImageFormat format = format(container);
        CompressionChoice compression = CompressionWords.read(mojo.compression, mojo.depLayers, format, reading);
        ImageSettings settings = new ImageSettings(runtime, annotations(), created, format, application.root());
        return laidOut.filter(files -> reading.mistakes().isEmpty())
                .map(files -> new PlanContents(
                        Stream.concat(files.files().stream(), extras.files().stream())
                                .toList(),
                        files.artifacts(),
                        rules,
                        contents.tree(rules),
                        layering,
                        compression))
                .map(files -> {
                    List<PlatformPlan> plans = checked(LayerPlanner.plan(files, platforms), files);
                    FileNotes notes = extras.notes()
                            .on(grounds.digests(contents, extras))
                            .warning(LayerRemarks.on(plans, largest))
                            .warning(preview ? ofApplication(files) : List.of());
                    return new ImagePlan(reference, base, files, plans, settings, notes, alwaysIndex);
                });
    }

    /**
     * Returns what decides the plan now, with the base image as this machine knows it, and without resolving
     * dependencies; of use only where the reading noted no mistake.
     */
    Map<String, Digest> grounds(ProjectContents contents, BaseImages bases) {
        Path project = mojo.project.getBasedir().toPath();
        ExtraDirectories extraDirectories = mojo.extraDirectories.read(project, reading.at("extraDirectories"));
        PlacedExtras extras = contents.extras(extraDirectories, reading.mistakes());
        Map<String, Digest> grounds = new ProjectFingerprint(mojo).digests(contents, extras);
        base(bases::digestAtHand).ifPresent(digest -> grounds.put(StillTrue.BASE, digest));
        return grounds;
    }

    /** Returns what a look at the base gives; a mistake in it is noted. */
    Optional<Digest> base(BiFunction<BaseChoice, List<Platform>, Optional<Digest>> look) {
        BaseChoice base = base();
        List<Platform> platforms = mojo.from.platforms(reading.at("from"));
        return reading.mistakes().collect(() -> look.apply(base, platforms)).flatMap(Function.identity());
    }

    private BaseChoice base() {
        Reading from = reading.at("from");
        return new BaseChoice(
                mojo.from.image(UsualBase.of(mojo.project), from), from.place().place());
    }

    /** Returns why the module is no application, as far as its own classes tell. */
    Optional<String> unfit(ProjectContents contents) {
        return unfit(application(contents, reading.at("container")), contents);
    }

    private Optional<String> unfit(JavaApplication application, ProjectContents contents) {
        boolean unknown = preview && contents.isUncompiled();
        return unknown ? Optional.empty() : mojo.skipRules(mojo.project).reason(application);
    }

    private JavaApplication application(ProjectContents contents, Reading container) {
        String packaging = mojo.project.getPackaging();
        if (FOR_SERVERS.contains(packaging)) {
            mojo.getLog()
                    .warn("The packaging " + packaging + " is laid out as a plain Java application, not for a server.");
        }
        if (QUARKUS.stream().anyMatch(plugin -> mojo.project.getPlugin(plugin) != null)) {
            mojo.getLog()
                    .warn("Quarkus makes classes of its own in target/quarkus-app; they are not laid out, so the image"
                            + " cannot start the application.");
        }
        boolean packaged =
                word("containerizingMode", mojo.containerizingMode, MODES).equals("packaged");
        return new JavaApplication(
                contents.output(),
                packaged ? contents.jar(mojo.getLog()::info) : Optional.empty(),
                contents.artifacts(),
                mojo.container.application(DeclaredMainClass.of(mojo.project), container));
    }

    /** Returns the main class inside the outer value, which is empty where a mistake was noted. */
    private Optional<Optional<String>> mainClass(JavaApplication application, ProjectContents contents, Reading place) {
        boolean unknowable = !application.canStart() && (preview || contents.isUncompiled());
        return unknowable ? Optional.of(Optional.empty()) : place.value(application::mainClass);
    }

    private ImageFormat format(Reading container) {
        ImageFormat format = mojo.container.format(container);
        if (format == ImageFormat.DOCKER && !annotations().isEmpty()) {
            mojo.getLog().warn("Docker's format has no annotations: those of <annotations> are left out.");
        }
        return format;
    }

    private LayeringChoice layering(Set<String> ownGroupIds, Reading limits) {
        return mojo.layering
                .choice(mojo.limits, ownGroupIds, reading.at("layering"), limits)
                .within(mojo.limits.sizes(preview, limits));
    }

    /** A preview may lack the very artifacts that a rule is for, and only warns of what is too big. */
    private List<PlatformPlan> checked(List<PlatformPlan> plans, PlanContents contents) {
        if (preview) {
            return plans;
        }
        if (mojo.strict) {
            reading.mistakes().addAll(RuleRemarks.on(contents.rules(), plans).unused());
        }
        // without the base, which is not looked for where our own layers are too big
        SizeCheck.image(contents.layering().sizes(), plans, Map.of()).ifPresent(reading.mistakes()::add);
        reading.mistakes().addAll(ofApplication(contents));
        return plans;
    }

    private static List<Problem> ofApplication(PlanContents contents) {
        return SizeCheck.appLayer(contents.layering().sizes(), contents).stream()
                .toList();
    }

    private Map<String, String> annotations() {
        return mojo.annotations == null ? Map.of() : new TreeMap<>(mojo.annotations);
    }

    private String word(String parameter, String value, List<String> valid) {
        return Words.read(parameter, value, valid, reading.at(parameter));
    }
}
