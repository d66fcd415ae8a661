package dev.layered.verify;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Image;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds blobs of an image layout that no image refers to. */
final class UnusedBlobs {

    private final Path folder;

    UnusedBlobs(Path layout) {
        this.folder = layout.resolve("blobs").resolve("sha256");
    }

    /** Returns a warning that names them; nothing where the images refer to what is not read here, too. */
    Optional<Problem> of(List<StoredImage> images) {
        if (images.isEmpty()
                || images.stream().anyMatch(image -> !image.others().isEmpty())) {
            return Optional.empty();
        }
        Set<String> used = new HashSet<>();
        images.forEach(image -> digests(image).map(Digest::hex).forEach(used::add));
        try (Stream<Path> blobs = Files.list(folder)) {
            List<String> unused = blobs.map(blob -> blob.getFileName().toString())
                    .filter(name -> !used.contains(name))
                    .sorted()
                    .toList();
            return unused.isEmpty() ? Optional.empty() : Optional.of(warning(unused));
        } catch (IOException e) {
            return Optional.empty(); // that blobs are missing is told elsewhere
        }
    }

    private static Stream<Digest> digests(StoredImage image) {
        Stream<Digest> indexes = image.indexes().stream().map(index -> index.digest());
        Stream<Digest> target = Stream.of(image.target().digest());
        Stream<Digest> parts = image.images().stream().map(PlatformImage::image).flatMap(UnusedBlobs::parts);
        return Stream.concat(Stream.concat(indexes, target), parts);
    }

    private static Stream<Digest> parts(Image image) {
        Stream<Digest> layers = image.manifest().value().layers().stream().map(Descriptor::digest);
        return Stream.concat(Stream.of(image.manifest().digest(), image.config().digest()), layers);
    }

    private Problem warning(List<String> unused) {
        return new Problem(
                "verify-unused",
                "The image layout holds blobs that no image refers to: " + Shown.list(unused) + ".",
                Shown.text(folder.toString()),
                "build the image again, which removes them");
    }
}
