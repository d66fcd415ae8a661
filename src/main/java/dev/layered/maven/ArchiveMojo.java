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
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
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
        Optional<Supplier<List<ReadyImage>>> images = images(mistakes);
        return () -> images.ifPresent(made -> write(made.get(), forDocker, wanted));
    }

    /** An archive of Docker's has one image: the default one, where there are several. */
    private void write(List<ReadyImage> images, boolean forDocker, Optional<Platform> wanted) {
        List<ImageIdentity> identities = identities();
        int first = Math.max(
                0,
                identities.indexOf(identities.stream()
                        .filter(ImageIdentity::isDefault)
                        .findFirst()
                        .orElse(null)));
        ReadyImage image = images.get(first);
        Path file = archive.file(output());
        boolean written = forDocker
                ? ImageArchive.writeDocker(ofOnePlatform(image, wanted), names(identities.get(first)), file)
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
                .filter(found -> found.name().equals(image.reference()))
                .flatMap(found -> found.images().stream())
                .filter(found -> found.platform().equals(platform))
                .map(PlatformImage::image)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(ImageIdentity identity) {
        return identity.names().stream()
                .filter(name -> name.platform().isEmpty())
                .map(ImageName::reference)
                .toList();
    }
}
