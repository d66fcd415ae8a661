package dev.layered.maven.parameters;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Mistakes;
import dev.layered.image.Platform;
import dev.layered.maven.configuration.PomLocations;
import dev.layered.maven.configuration.Reading;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArchiveParametersTest {

    private static final Platform AMD64 = Platform.LINUX_AMD64;
    private static final String PLACE = "<archive><platform> in pom.xml:7";
    private static final Platform ARM64 = Platform.parse("linux/arm64/v8");

    private final ArchiveParameters archive = new ArchiveParameters();
    private final Mistakes mistakes = new Mistakes();
    private final Reading reading = new Reading(mistakes, PomLocations.unknown());

    @Test
    void fileIsNamedByTheFormatUnlessItIsNamed() {
        assertThat(archive.file(Path.of("out"))).isEqualTo(Path.of("out/image.oci-archive.tar"));
        archive.format = "docker-archive";
        assertThat(archive.file(Path.of("out"))).isEqualTo(Path.of("out/image.docker-archive.tar"));
        archive.file = new File("cart.tar");
        assertThat(archive.file(Path.of("out"))).isEqualTo(Path.of("cart.tar"));
    }

    @Test
    void isForDockerWhenTheFormatIsNoneNotesTheNearest() {
        archive.format = "docker-archiv";

        archive.isForDocker(reading);

        assertFailure(mistakes::throwIfAny)
                .hasId("word-unknown")
                .what("'docker-archiv' is no value of archive.format.")
                .fix("write docker-archive; valid is oci-archive, docker-archive");
    }

    @Test
    void platformWhenItIsNoneIsNoted() {
        archive.platform = "arm64";

        assertThat(archive.platform(reading)).isEmpty();
        assertFailure(mistakes::throwIfAny).hasId("platform-form");
    }

    @Test
    void platformWhenTheArchiveHoldsAllIsAMistake() {
        archive.platform = "linux/arm64";

        archive.platform(reading);

        assertFailure(mistakes::throwIfAny)
                .hasId("archive-platform")
                .what("An oci-archive holds all platforms of the image, not only 'linux/arm64'.")
                .where("<platform>")
                .fix("leave the platform out, or set <archive><format>docker-archive</format>");
        archive.format = "docker-archive";
        assertThat(archive.platform(new Reading(new Mistakes(), PomLocations.unknown())))
                .contains(Platform.parse("linux/arm64"));
    }

    @Test
    void chooseTakesTheOnlyOneOrTheOneAskedForOrThisMachines() {
        assertThat(ArchiveParameters.choose(Optional.empty(), List.of(ARM64), AMD64, PLACE))
                .isEqualTo(ARM64);
        assertThat(ArchiveParameters.choose(Optional.empty(), List.of(AMD64, ARM64), AMD64, PLACE))
                .isEqualTo(AMD64);
        assertThat(ArchiveParameters.choose(
                        Optional.of(Platform.parse("linux/arm64")), List.of(AMD64, ARM64), AMD64, PLACE))
                .isEqualTo(ARM64);
    }

    @Test
    void chooseWhenTheImageHasItNotListsWhatItHas() {
        assertFailure(() -> ArchiveParameters.choose(
                        Optional.of(Platform.parse("linux/s390x")), List.of(AMD64, ARM64), AMD64, PLACE))
                .hasId("archive-platform")
                .what("The image has no 'linux/s390x' to put into an archive for Docker, which holds one platform.")
                .where(PLACE)
                .fix("name one of the image's: linux/amd64, linux/arm64/v8");
    }
}
