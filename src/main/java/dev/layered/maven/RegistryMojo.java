package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.maven.configuration.ConfigurationReceiver;
import dev.layered.maven.configuration.PomLocations;
import dev.layered.maven.configuration.ReadConfiguration;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.FromParameters;
import dev.layered.maven.parameters.TargetParameters;
import dev.layered.maven.parameters.ToParameters;
import dev.layered.maven.parameters.VariantParameters;
import dev.layered.outcome.BuildLog;
import dev.layered.place.ImagePlaces;
import dev.layered.registry.Registries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What all goals share about the images in registries: their names, and how registries are spoken to.
 *
 * <p>What is set is read by every goal, so that a mistake is told at once. Nothing of HTTP is loaded before a goal asks
 * for the registries.
 */
abstract class RegistryMojo extends AbstractMojo implements ConfigurationReceiver {

    /** The image to build on. By default a Java of the project's release. Example: {@code <image>scratch</image>} inside. */
    @Parameter
    protected FromParameters from = new FromParameters();

    /** The image to build. By default named by the project. Example: {@code <image>registry/shop/cart</image>} inside. */
    @Parameter
    protected ToParameters to = new ToParameters();

    /**
     * Further repositories that get the same images in a push. By default none. Example:
     * {@code <target>mirror.example.com/shop/cart</target>}.
     */
    @Parameter
    protected List<TargetParameters> targets;

    /**
     * The images of a module that makes several, each with what differs in it; the property picks some by name. By default
     * there is one image. Example: {@code <variant><name>cuda</name>...</variant>}.
     */
    @Parameter
    protected List<VariantParameters> variants;

    /**
     * Registries that may be spoken to without TLS, or with a certificate that nobody vouches for; {@code true} means those
     * of this image and its base. By default this machine alone, without TLS. Example: {@code registry.example.com:5000}.
     */
    @Parameter
    protected List<String> allowInsecureRegistries;

    /**
     * Registries that are read before another one, separated by commas. By default none. Example:
     * {@code <docker.io>mirror.example.com</docker.io>} inside.
     */
    @Parameter
    protected Map<String, String> registryMirrors;

    /**
     * Files in PEM form with certificates that are trusted for a registry besides those that Java trusts. By default none.
     * Example: {@code <registry.example.com>src/main/certs/corp.pem</registry.example.com>} inside.
     */
    @Parameter
    protected Map<String, String> registryCertificates;

    /** Uploads at the same time, from 1 to 64. By default 8. Example: {@code 4}. */
    @Parameter(defaultValue = "8")
    protected int transfers;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Inject
    RegistryAccess registryAccess;

    private ReadConfiguration read = ReadConfiguration.nothing();
    private RegistryChoices choices;

    @Override
    public final void received(ReadConfiguration found) {
        read = found;
    }

    /** Returns where each value of the configuration was written. */
    protected final PomLocations locations() {
        return read.locations();
    }

    /** Returns the mistakes of the configuration's form, and those in what is set about registries; warns as well. */
    final Mistakes readConfiguration() {
        Mistakes mistakes = new Mistakes();
        mistakes.addAll(read.mistakes());
        RegistryInput input = new RegistryInput(this, new Reading(mistakes, locations()));
        choices = input.choices();
        read.warnings().forEach(warning -> getLog().warn(warning.text()));
        input.exposedPasswords().forEach(warning -> getLog().warn(warning.text()));
        return mistakes;
    }

    /** Returns what tells Maven's log, or whoever watches the terminal, what a run does. */
    final BuildLog buildLog() {
        return new MavenBuildLog(getLog(), RunProgress.of(session, getLog()));
    }

    /** Whether Maven was told to use no network. */
    final boolean isOffline() {
        return session.isOffline();
    }

    /**
     * Returns the registries of this run, to be asked only where something in one is needed; goals and modules that set the
     * same get the same.
     *
     * @param wanted what is needed, for the message; for example {@code the base image 'example.com/java:21'}
     * @throws LayeredFailure {@code registry-offline} where Maven was told to use no network
     */
    final Registries registries(String wanted, BuildLog log) {
        if (isOffline()) {
            throw LayeredFailure.mistake(
                    "registry-offline",
                    "Maven is offline, and " + wanted + " is in a registry.",
                    "-o, --offline, or <offline> of settings.xml",
                    "run it again without -o");
        }
        if (RegistryInput.allowsOwn(allowInsecureRegistries)
                && !choices.insecure().isEmpty()) {
            log.warning(ownInsecure().text());
        }
        return registryAccess.open(choices, session, log);
    }

    /** Returns the folder that relative paths start from, also outside of a project. */
    final Path folder() {
        return project.getBasedir() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
    }

    /** Returns where images are found, by what users write; of registries nothing is kept. */
    final ImagePlaces places(BuildLog log) {
        return ImagePlaces.reading(
                folder(),
                image -> registries("the image " + Shown.quoted(image), log).repository(image));
    }

    private Problem ownInsecure() {
        String hosts = Shown.list(choices.insecure().stream().sorted().toList());
        return new Problem(
                "registries-insecure",
                "Without TLS, or with a certificate that nobody vouches for, may be spoken to: " + hosts + ".",
                locations().at("allowInsecureRegistries").place(),
                "name only the registries that need it, e.g. " + hosts.replaceAll(",.*", ""));
    }
}
