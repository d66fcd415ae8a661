package dev.layered.maven.parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The element {@code <container>}: how the application lies in the image and how it starts. */
public final class ContainerParameters {

    private static final List<String> INHERIT = List.of("INHERIT");

    /** The folder of the application in the image. By default {@code /app}. Example: {@code /srv/cart}. */
    String appRoot = "/app";

    /** The arguments of the main method. By default none. Example: {@code <args><arg>--serve</arg></args>}. */
    List<String> args;

    /**
     * The image's creation time: {@code EPOCH}, which keeps digests equal, or an ISO 8601 time. By default
     * {@code EPOCH}. Example: {@code 2026-11-20T00:00:00Z}.
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
     * Whether the classpath names each jar of the dependencies rather than the folder they lie in. By default
     * {@code false}. Example: {@code true}.
     */
    boolean expandClasspathDependencies;

    /** Paths in the image put in front of the classpath. By default none. Example: {@code /opt/agent/lib/*}. */
    List<String> extraClasspath;

    /** Options of the Java virtual machine. By default none. Example: {@code -XX:MaxRAMPercentage=75}. */
    List<String> jvmFlags;

    /** Labels of the image. By default none. Example: {@code <labels><team>shop</team></labels>}. */
    Map<String, String> labels;

    /** The class with the main method. By default the one found in the project. Example: {@code com.acme.Cart}. */
    String mainClass;

    /** Ports that the application listens on. By default none. Example: {@code 8080}, {@code 9000-9010/udp}. */
    List<String> ports;

    /** The user and group the container runs as. By default that of the base image. Example: {@code 10001:10001}. */
    String user;

    /** Folders meant for volumes. By default none. Example: {@code /var/cart}. */
    List<String> volumes;

    /** The working directory. By default that of the base image. Example: {@code /app}. */
    String workingDirectory;

    /** Whether the base image's command is to be kept. */
    public boolean inheritsEntrypoint() {
        return INHERIT.equals(entrypoint);
    }

    /** Returns the command given, or empty where ours or that of the base image is meant. */
    public Optional<List<String>> entrypoint() {
        return inheritsEntrypoint()
                ? Optional.empty()
                : Optional.ofNullable(entrypoint).map(List::copyOf);
    }

    /** Shows what cannot be secret; of the environment only the names. */
    @Override
    public String toString() {
        return "root " + appRoot + ", main class " + mainClass + ", entrypoint " + entrypoint + ", args "
                + Unset.none(args)
                + ", JVM flags " + Unset.none(jvmFlags) + ", labels " + Unset.none(labels) + ", environment "
                + Unset.none(environment).keySet();
    }
}
