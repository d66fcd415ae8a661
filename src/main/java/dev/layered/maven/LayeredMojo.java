package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.maven.configuration.ConfigurationReceiver;
import dev.layered.maven.configuration.PomLocations;
import dev.layered.maven.configuration.ReadConfiguration;
import dev.layered.maven.parameters.ContainerParameters;
import dev.layered.maven.parameters.FromParameters;
import dev.layered.maven.parameters.ToParameters;
import java.io.File;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * What all goals share: parameters, skipping, and the only place where failures become Maven's exceptions.
 *
 * <p>A goal reads its parameters in {@link #prepare}, where it notes mistakes instead of throwing them; the work begins
 * only where nobody found any. Each parameter is set by the property {@code layered.NAME} as well, see
 * {@link dev.layered.maven.configuration.LayeredConfigurator}; therefore none declares a property of Maven's.
 */
public abstract class LayeredMojo extends AbstractMojo implements ConfigurationReceiver {

    /** The image to build on. By default one with a Java runtime. Example: {@code <image>scratch</image>} inside. */
    @Parameter
    protected FromParameters from = new FromParameters();

    /** The image to build. By default named by the project. Example: {@code <image>registry/shop/cart</image>} inside. */
    @Parameter
    protected ToParameters to = new ToParameters();

    /** How the application lies and starts in the image. By default as in Jib. Example: {@code <user>1000</user>} inside. */
    @Parameter
    protected ContainerParameters container = new ContainerParameters();

    /** Annotations of manifests and index. By default none. Example: {@code <annotations><a.b>c</a.b></annotations>}. */
    @Parameter
    protected Map<String, String> annotations;

    /**
     * Whether the project's classes lie in the image as files ({@code exploded}) or as the project's jar
     * ({@code packaged}). By default as files, so that a change moves few bytes. Example: {@code packaged}.
     */
    @Parameter(defaultValue = "exploded")
    protected String containerizingMode;

    /**
     * Whether an image of a single platform is wrapped in an image index: {@code auto}, not, or {@code always}. By
     * default not. Example: {@code always}.
     */
    @Parameter(defaultValue = "auto")
    protected String index;

    /** Whether this goal does nothing. By default it works. Example: {@code true}. */
    @Parameter(defaultValue = "false")
    protected boolean skip;

    /** The folder of the local store. By default in the user's cache folder. Example: {@code /var/cache/layered}. */
    @Parameter
    protected File cache;

    private ReadConfiguration read = ReadConfiguration.nothing();

    @Override
    public final void received(ReadConfiguration found) {
        read = found;
    }

    /** Returns where each value of the configuration was written. */
    protected final PomLocations locations() {
        return read.locations();
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, as " + read.locations().at("skip").place() + " says.");
            return;
        }
        read.warnings().forEach(warning -> getLog().warn(warning.text()));
        try {
            Mistakes mistakes = new Mistakes();
            mistakes.addAll(read.mistakes());
            Runnable work = prepare(mistakes);
            mistakes.throwIfAny();
            work.run();
        } catch (LayeredFailure failure) {
            String text = text(failure);
            throw failure.isOutside()
                    ? new MojoExecutionException(text, failure)
                    : new MojoFailureException(text, failure);
        }
    }

    /**
     * Returns the problems and the messages of their causes. Maven prints the message of every cause that the text
     * does not contain behind it, in the line of the last fix; so each gets a line of its own here.
     */
    private static String text(LayeredFailure failure) {
        StringBuilder text = new StringBuilder(failure.getMessage());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String message = cause.getMessage() == null || cause.getMessage().isEmpty()
                    ? cause.getClass().getSimpleName()
                    : cause.getMessage();
            if (text.indexOf(message) < 0) {
                text.append("\n  cause: ").append(message);
            }
        }
        return text.toString();
    }

    /**
     * Reads the parameters into values and returns the work to do with them; notes what is wrong with the values.
     * What it returns runs only when there is no mistake.
     */
    protected abstract Runnable prepare(Mistakes mistakes);
}
