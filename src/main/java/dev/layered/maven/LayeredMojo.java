package dev.layered.maven;

import dev.layered.base.BaseImages;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.ContainerParameters;
import dev.layered.maven.parameters.DepLayerParameters;
import dev.layered.maven.parameters.ExtraDirectoriesParameters;
import dev.layered.maven.parameters.ImageInfoParameters;
import dev.layered.maven.parameters.LayeringParameters;
import dev.layered.maven.parameters.LimitsParameters;
import dev.layered.maven.parameters.PlatformArtifactParameters;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.DependencyTree;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What all goals share: parameters, skipping, and the only place where failures become Maven's exceptions.
 *
 * <p>A goal reads its parameters in {@link #prepare}, where it notes mistakes instead of throwing them; the work begins
 * only where nobody found any. Each parameter is set by the property {@code layered.NAME} as well, see
 * {@link dev.layered.maven.configuration.LayeredConfigurator}; therefore none declares a property of Maven's.
 */
public abstract class LayeredMojo extends StoreMojo {

    /** How the application lies and starts in the image. By default as in Jib. Example: {@code <user>1000</user>} inside. */
    @Parameter
    protected ContainerParameters container = new ContainerParameters();

    /**
     * Layers for dependencies, lowest first, and which artifacts go into each. By default none: {@code <layering>} divides
     * them all. Example: {@code <depLayer><name>frameworks</name>...</depLayer>}.
     */
    @Parameter
    protected List<DepLayerParameters> depLayers;

    /**
     * What the image is: an {@code application}, or a {@code base} that others stand on, of the module's dependencies and
     * extra directories alone. By default an application. Example: {@code base}.
     */
    @Parameter(defaultValue = "application")
    protected String kind;

    /**
     * Files of CA certificates, or folders of them, that containers trust besides those of the base image. By default none.
     * Example: {@code src/main/certs}.
     */
    @Parameter
    protected List<String> caCertificates;

    /**
     * What goes into images of which platform, where the names of artifacts do not tell, or tell wrong. By default what
     * they tell. Example: {@code <platformArtifact><artifact>com.acme:codec</artifact>...</platformArtifact>}.
     */
    @Parameter
    protected List<PlatformArtifactParameters> platformArtifacts;

    /** How artifacts are divided that no {@code <depLayer>} takes. By default by groupId. Example: see inside. */
    @Parameter
    protected LayeringParameters layering = new LayeringParameters();

    /** What the image may not exceed. By default 127 layers. Example: see inside. */
    @Parameter
    protected LimitsParameters limits = new LimitsParameters();

    /**
     * Files for the image besides the application. By default those of {@code src/main/jib}, where it is there. Example:
     * {@code <paths><path>src/main/etc</path></paths>} inside.
     */
    @Parameter
    protected ExtraDirectoriesParameters extraDirectories = new ExtraDirectoriesParameters();

    /** Whether a {@code <depLayer>} that takes nothing is a mistake. By default a warning. Example: {@code true}. */
    @Parameter(defaultValue = "false")
    protected boolean strict;

    /** Annotations of manifests and index. By default none. Example: {@code <annotations><a.b>c</a.b></annotations>}. */
    @Parameter
    protected Map<String, String> annotations;

    /** What the image says of itself. By default what the pom says, and what the base image is. Example: see inside. */
    @Parameter
    protected ImageInfoParameters imageInfo = new ImageInfoParameters();

    /**
     * How the project's own code lies in the image: {@code exploded}, as files, so that a change moves few bytes, or
     * {@code packaged}, as the project's jar. By default as files. Example: {@code packaged}.
     */
    @Parameter(defaultValue = "exploded")
    protected String containerizingMode;

    /**
     * Whether an image of a single platform is wrapped in an image index: {@code auto}, not, or {@code always}. By
     * default not. Example: {@code always}.
     */
    @Parameter(defaultValue = "auto")
    protected String index;

    /**
     * Whether {@code build} makes an image layout: {@code auto}, unless the same run pushes the image and nothing else needs the
     * layout; {@code always}; or {@code never}. By default the first. Example: {@code always}.
     */
    @Parameter(defaultValue = "auto")
    protected String layout;

    /**
     * How layers are compressed: {@code gzip}, {@code zstd} at a level from 1 to 19, or {@code none}. By default by gzip.
     * Example: {@code zstd}, {@code zstd:3}.
     */
    @Parameter(defaultValue = "gzip")
    protected String compression;

    /** Whether this goal does nothing. By default it works. Example: {@code true}. */
    @Parameter(defaultValue = "false")
    protected boolean skip;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    @Inject
    ProjectDependencies dependencies;

    @Inject
    SiblingArtifacts siblings;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, as " + locations().at("skip").place() + " says.");
            return;
        }
        Optional<String> unfit = unfit();
        if (unfit.isPresent()) {
            skipped(unfit.get());
            return;
        }
        try {
            Mistakes mistakes = readConfiguration();
            Runnable work = prepare(mistakes);
            long mostBytes = mostBytes(new Reading(mistakes, locations()));
            mistakes.throwIfAny();
            work.run();
            keepWithin(mostBytes);
        } catch (LayeredFailure failure) {
            String text = FailureText.of(failure);
            if (failure.isOutside()) {
                throw new MojoExecutionException(text, failure);
            }
            throw new MojoFailureException(text, failure);
        }
    }

    /** Says why this module is left out. */
    final void skipped(String reason) {
        skipped(project, reason);
    }

    /** Says why a module of this run is left out. */
    final void skipped(MavenProject module, String reason) {
        getLog().info("Skipped " + module.getArtifactId() + ": " + reason + ".");
    }

    /** Returns why this module has nothing for this goal, or nothing where it may have. */
    Optional<String> unfit() {
        return skipRules(project).reason();
    }

    /** Returns the rules that leave a module of this run out. */
    final SkipRules skipRules(MavenProject module) {
        String plugin = execution.getGroupId() + ":" + execution.getArtifactId();
        return new SkipRules(plugin, module, session.getProjects(), isBase());
    }

    /** Whether the image is one that others stand on. */
    final boolean isBase() {
        return kind.strip().equalsIgnoreCase("base");
    }

    /** Returns the folder for everything that our goals write into the project. */
    final Path output() {
        return output(project);
    }

    /** Returns the same of a module of this run. */
    static Path output(MavenProject module) {
        return Path.of(module.getBuild().getDirectory()).resolve("layered");
    }

    /** Returns where base images are found. */
    final BaseImages bases(Store store, BuildLog log) {
        return new BaseImages(
                        project.getBasedir().toPath(), store, () -> registries("the base image", log), isOffline(), log)
                .after(ImagesOfRun.of(session));
    }

    /** Returns what the project gives to its image; what is not there yet is told to {@code missing}. */
    final ProjectContents contents(Collection<Artifact> resolved, Consumer<Problem> missing) {
        ReactorModules modules = ReactorModules.around(project, session.getProjects());
        Supplier<DependencyTree> tree = () -> dependencies.tree(project, session);
        return new ProjectContents(project, modules, resolved, tree, missing);
    }

    /**
     * Reads the parameters into values and returns the work to do with them; notes what is wrong with the values.
     * What it returns runs only when there is no mistake.
     */
    protected abstract Runnable prepare(Mistakes mistakes);
}
