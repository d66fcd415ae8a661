package dev.layered.maven.parameters;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.maven.configuration.Reading;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The element {@code <archive>}: the file that the goal {@code archive} writes. */
public final class ArchiveParameters {

    private static final String OCI = "oci-archive";
    private static final String DOCKER = "docker-archive";

    /** The kind of archive: {@code oci-archive} or {@code docker-archive}. By default the first. */
    String format = OCI;

    /** The file to write. By default {@code image.FORMAT.tar} beside the image. Example: {@code target/cart.tar}. */
    File file;

    /**
     * The platform of a {@code docker-archive}, which holds one. By default the image's only one, or this machine's.
     * Example: {@code linux/arm64}.
     */
    String platform;

    /** Whether it is an archive for Docker, of one platform; notes {@code word-unknown}. */
    public boolean isForDocker(Reading archive) {
        return Words.read("archive.format", format, List.of(OCI, DOCKER), archive.at("format"))
                .equals(DOCKER);
    }

    /** Returns the file to write. */
    public Path file(Path output) {
        return file == null ? output.resolve("image." + format + ".tar") : file.toPath();
    }

    /** Returns the platform that was asked for; notes {@code platform-form}. */
    public Optional<Platform> platform(Reading archive) {
        return Optional.ofNullable(platform)
                .flatMap(text -> archive.at("platform").value(() -> Platform.parse(text)));
    }

    /**
     * Returns the one of the image's platforms that an archive for Docker holds.
     *
     * @param wanted what was asked for
     * @param machine what this machine runs on
     * @throws LayeredFailure {@code archive-platform} if the image has it not, or it is not clear which one is meant
     */
    public static Platform choose(Optional<Platform> wanted, List<Platform> offered, Platform machine) {
        if (wanted.isEmpty() && offered.size() == 1) {
            return offered.get(0);
        }
        Platform meant = wanted.orElse(machine);
        return offered.stream()
                .filter(meant::matches)
                .findFirst()
                .orElseThrow(() -> LayeredFailure.mistake(
                        "archive-platform",
                        "The image has no " + Shown.quoted(meant)
                                + " to put into an archive for Docker, which holds one" + " platform.",
                        "<archive><platform>",
                        "name one of the image's: " + Shown.list(offered)));
    }
}
