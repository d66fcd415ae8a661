package dev.layered.maven.parameters;

import dev.layered.application.ApplicationSettings;
import dev.layered.image.Digest;
import dev.layered.image.Healthcheck;
import dev.layered.image.ImageFormat;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.maven.configuration.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The element {@code <container>}: how the application lies in the image and how it starts. */
public final class ContainerParameters {

    private static final List<String> INHERIT = List.of("INHERIT");

    /** The folder of the application in the image. By default {@code /app}. Example: {@code /srv/cart}. */
    String appRoot = "/app";

    /** The arguments of the main method. By default none. Example: {@code <args><arg>--serve</arg></args>}. */
    List<String> args;

    /**
     * The image's creation time: {@code EPOCH}, which keeps digests equal, {@code USE_CURRENT_TIMESTAMP}, or an ISO
     * 8601 time. By default {@code EPOCH}. Example: {@code 2026-11-20T00:00:00Z}.
     */
    String creationTime = "EPOCH";

    /**
     * The command that starts the container, instead of ours; {@code INHERIT} keeps that of the base image. By default
     * Java with the classpath and the main class. Example:
     * {@code <entrypoint><arg>/bin/run</arg><arg>--fast</arg></entrypoint>}.
     */
    List<String> entrypoint;

    /** Environment variables. By default none. Example: {@code <environment><TZ>UTC</TZ></environment>}. */
    Map<String, String> environment;

    /**
     * Files of environment variables, a {@code NAME=value} in each line. By default none. Example:
     * {@code src/main/env/app.env}.
     */
    List<String> environmentFiles;

    /**
     * Whether the class path stands in the entrypoint rather than in an argument file, which Java 8 cannot read. By
     * default only where the project's classes are for Java 8. Example: {@code true}.
     */
    boolean expandClasspathDependencies;

    /** Paths in the image put in front of the classpath. By default none. Example: {@code /opt/agent/lib/*}. */
    List<String> extraClasspath;

    /**
     * The media types of the image: {@code OCI}, or {@code Docker} for readers that know no other. By default
     * {@code OCI}. Example: {@code Docker}.
     */
    String format = "OCI";

    /** How an engine finds out whether a container works. By default as the base image says. Example: see inside. */
    HealthcheckParameters healthcheck;

    /** Options of the Java virtual machine. By default none. Example: {@code -XX:MaxRAMPercentage=75}. */
    List<String> jvmFlags;

    /** Labels of the image. By default none. Example: {@code <labels><team>shop</team></labels>}. */
    Map<String, String> labels;

    /** The class with the main method. By default the one found in the project. Example: {@code com.acme.Cart}. */
    String mainClass;

    /**
     * Whether jars of modules go into the image without the times and the order of their entries, which differ from
     * build to build. By default {@code true}. Example: {@code false}.
     */
    boolean normalizeModuleJars = true;

    /** Ports that the application listens on. By default none. Example: {@code 8080}, {@code 9000-9010/udp}. */
    List<String> ports;

    /** The signal that asks a container to stop. By default that of the base image. Example: {@code SIGINT}. */
    String stopSignal;

    /** The user and group the container runs as. By default that of the base image. Example: {@code 10001:10001}. */
    String user;

    /** Folders meant for volumes. By default none. Example: {@code /var/cart}. */
    List<String> volumes;

    /** The working directory. By default that of the base image. Example: {@code /app}. */
    String workingDirectory;

    /**
     * Returns the time in config and history, RFC 3339.
     *
     * @param now the time that {@code USE_CURRENT_TIMESTAMP} means
     */
    public String created(Instant now, Reading container) {
        return container
                .at("creationTime")
                .value(() -> CreationTime.read(creationTime, now))
                .orElse("");
    }

    /** Whether the image tells the time of the run that makes it, so that no two runs make the same. */
    public boolean isOfNow() {
        return CreationTime.isNow(creationTime);
    }

    /** Returns the media types of the image; notes {@code word-unknown} and then returns the usual ones. */
    public ImageFormat format(Reading container) {
        String word = Words.read("container.format", format, List.of("OCI", "Docker"), container.at("format"));
        return ImageFormat.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Returns how the application is laid out and started. */
    public ApplicationSettings application(Optional<String> declaredMainClass, Reading container) {
        Optional<ApplicationSettings.Entrypoint> own = Optional.ofNullable(entrypoint)
                .map(words -> new ApplicationSettings.Entrypoint(INHERIT.equals(words), List.copyOf(words)));
        return new ApplicationSettings(
                UnixPath.read(appRoot, container.at("appRoot")),
                Optional.ofNullable(mainClass).map(String::strip).or(() -> declaredMainClass),
                Unset.none(jvmFlags),
                Unset.none(extraClasspath),
                own,
                expandClasspathDependencies,
                normalizeModuleJars ? Content.Form.TIMELESS_JAR : Content.Form.AS_IS);
    }

    /**
     * Returns what the image's config says on top of the base's, but for what starts the application.
     *
     * @param project the folder that files are looked for from
     */
    public RuntimeConfig runtime(Path project, Reading container) {
        Reading folder = container.at("workingDirectory");
        return new RuntimeConfig(
                Optional.ofNullable(user).map(String::strip),
                Optional.ofNullable(workingDirectory).map(path -> orRoot(UnixPath.read(path, folder))),
                Optional.empty(),
                args == null || args.isEmpty() ? Optional.empty() : Optional.of(Unset.none(args)),
                variables().read(project, container),
                Unset.none(labels),
                each(
                        ports,
                        container.at("ports"),
                        (port, item) -> item.value(() -> Ports.read(port)).orElse(List.of())),
                each(volumes, container.at("volumes"), (path, item) -> List.of(orRoot(UnixPath.read(path, item)))),
                more(container));
    }

    /** Returns digests of files whose content decides the image, by words for each. */
    public Map<String, Digest> digests(Path project) {
        return variables().digests(project);
    }

    private EnvironmentVariables variables() {
        return new EnvironmentVariables(Unset.none(environmentFiles), Unset.none(environment));
    }

    private JsonObject more(Reading container) {
        return JsonObject.builder()
                .putIfAny(
                        "StopSignal",
                        Optional.ofNullable(stopSignal)
                                .flatMap(signal -> container.at("stopSignal").value(() -> StopSignal.read(signal))))
                .putIfAny(
                        Healthcheck.FIELD,
                        Optional.ofNullable(healthcheck)
                                .map(check ->
                                        check.read(container.at("healthcheck")).json()))
                .build();
    }

    private static Set<String> each(
            List<String> texts, Reading reading, BiFunction<String, Reading, List<String>> reader) {
        Set<String> all = new TreeSet<>();
        List<String> given = Unset.none(texts);
        for (int i = 0; i < given.size(); i++) {
            all.addAll(reader.apply(given.get(i), reading.item(i)));
        }
        return all;
    }

    private static String orRoot(String path) {
        return path.isEmpty() ? "/" : path;
    }
}
