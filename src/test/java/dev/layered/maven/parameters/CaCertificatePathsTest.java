package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.certificate.FoundCertificates;
import dev.layered.certificate.SampleCertificate;
import dev.layered.certificate.TrustedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaCertificatePathsTest {

    private static final TrustedCertificate ROOT = SampleCertificate.trusted("root", "CN=Root");

    @TempDir
    private Path project;

    private final ReadingProbe probe = new ReadingProbe();

    private FoundCertificates read(List<String> paths) {
        return CaCertificatePaths.read(paths, project, SampleCertificate.NOW, probe.at("caCertificates"));
    }

    @Test
    void readWhenNothingIsNamedIsNone() {
        assertThat(read(null)).isEqualTo(FoundCertificates.NONE);
        assertThat(read(List.of())).isEqualTo(FoundCertificates.NONE);
        probe.assertNoMistake();
    }

    @Test
    void readTakesFilesAndFoldersOfTheProject() throws IOException {
        Path folder = Files.createDirectories(project.resolve("src/main/certs"));
        Files.writeString(folder.resolve("root.pem"), ROOT.pem());

        assertThat(read(List.of(" src/main/certs/root.pem ", "src/main/certs")).certificates())
                .containsExactly(ROOT);
        probe.assertNoMistake();
    }

    @Test
    void readTellsAllMistakesWithTheirPlaces() throws IOException {
        Files.writeString(project.resolve("empty.pem"), "");

        assertThat(read(List.of("", "none.pem", "empty.pem", "\0"))).isEqualTo(FoundCertificates.NONE);

        probe.assertMistakes()
                .hasIds("certificate-missing", "certificate-missing", "certificate-missing", "certificate-broken")
                .isPrintable()
                .problem(0)
                .what("There is no file of certificates ''.")
                .where("<caCertificates><item>")
                .fix("name a file of certificates, or a folder of such files, relative to the project");
    }
}
