package dev.layered.maven;

import dev.layered.failure.Mistakes;
import dev.layered.image.Image;
import dev.layered.image.Platform;
import dev.layered.layout.ImageArchive;
import dev.layered.layout.ImageLayout;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.ArchiveParameters;
import dev.layered.outcome.ReadyImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the image into one file: an {@code oci-archive} of all platforms, or a {@code docker-archive} of one. It is the
 * image that the same run made, or an earlier one where that is still true, or else it is made now.
 */
@Mojo(name = "archive", threadSafe = true, configurator = "layered")
public final class ArchiveMojo extends ImageMojo {

    /** The file to write. By default an {@code oci-archive}. Example: {@code <format>docker-archive</format>} inside. */
    @Parameter
    private ArchiveParameters archive = new ArchiveParameters();

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        Reading reading = new Reading(mistakes, locations()).at("archive");
        boolean forDocker = archive.isForDocker(reading);
        Optional<Platform> wanted = archive.platform(reading);
        Optional<Supplier<ReadyImage>> image = image(mistakes);
        return () -> image.ifPresent(made -> write(made.get(), forDocker, wanted));
    }

    private void write(ReadyImage image, boolean forDocker, Optional<Platform> wanted) {
        Path file = archive.file(output());
        boolean written = forDocker
                ? ImageArchive.writeDocker(ofOnePlatform(image, wanted), names(), file)
                : ImageArchive.writeOci(ImageLayout.in(image.layout()), file);
        Path basedir = project.getBasedir().toPath();
        String shown = (file.startsWith(basedir) ? basedir.relativize(file) : file).toString();
        getLog().info((written ? "archive: " : "nothing changed: ") + shown.replace('\\', '/'));
    }

    private Image ofOnePlatform(ReadyImage image, Optional<Platform> wanted) {
        Platform platform = ArchiveParameters.choose(
                wanted,
                image.platforms(),
                Platform.ofMachine(System.getProperty("os.arch")),
                locations().at("archive", "platform").place());
        Mistakes faults = new Mistakes();
        List<StoredImage> stored = StoredImages.in(image.layout()).images(faults);
        faults.throwIfAny();
        return stored.stream()
                .flatMap(found -> found.images().stream())
                .filter(found -> found.platform().equals(platform))
                .map(PlatformImage::image)
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return to.references(project.getArtifactId(), project.getVersion());
    }
}
