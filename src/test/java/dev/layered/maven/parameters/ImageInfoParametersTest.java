package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.plan.ImageInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageInfoParametersTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Map<String, String> POM = Map.of("org.opencontainers.image.title", "Cart");

    @TempDir
    private Path project;

    private final ReadingProbe probe = new ReadingProbe();
    private final ImageInfoParameters info = new ImageInfoParameters();

    private ImageInfo read() {
        return info.read(POM, project, NOW, probe.at("imageInfo"));
    }

    @Test
    void readWhenNothingIsGivenIsWhatThePomSays() {
        assertThat(read()).isEqualTo(new ImageInfo(POM, true));
        assertThat(info.isOfNow()).isFalse();
        probe.assertNoMistake();
    }

    @Test
    void readWithoutDefaultsIsWhatIsAskedForAlone() {
        info.defaults = false;
        assertThat(read()).isEqualTo(ImageInfo.NONE);
        info.revision = " v7 ";
        info.created = "2026-11-20T08:00:00+02:00";
        assertThat(read())
                .isEqualTo(new ImageInfo(
                        Map.of(
                                "org.opencontainers.image.revision", "v7",
                                "org.opencontainers.image.created", "2026-11-20T06:00:00Z"),
                        false));
        probe.assertNoMistake();
    }

    @Test
    void readOfNowIsTheTimeOfTheRun() {
        info.created = "USE_CURRENT_TIMESTAMP";
        assertThat(read().values()).containsEntry("org.opencontainers.image.created", "2026-01-02T03:04:05Z");
        assertThat(info.isOfNow()).isTrue();
    }

    @Test
    void readOfGitIsTheCommitThatIsCheckedOut() throws IOException {
        String commit = "0123456789abcdef0123456789abcdef01234567";
        Files.createDirectory(project.resolve(".git"));
        Files.writeString(project.resolve(".git/HEAD"), commit + "\n");
        info.revision = "git";
        assertThat(read().values()).containsEntry("org.opencontainers.image.revision", commit);
    }

    @Test
    void readWhenValuesAreWrongTellsAllWithTheirPlaces() throws IOException {
        Files.createDirectory(project.resolve(".git"));
        info.revision = "git";
        info.created = "yesterday";
        assertThat(read().values()).isEqualTo(POM);
        probe.assertMistakes().hasIds("git-head", "creation-time").problem(0).where("<imageInfo><revision>");
        probe.assertMistakes().problem(1).where("<imageInfo><created>");
    }
}
