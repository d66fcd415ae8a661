package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.maven.configuration.Reading;
import java.util.Locale;
import java.util.Optional;

/** Names of what an image is published as: a repository, maybe with a tag. */
final class RepositoryName {

    private RepositoryName() {}

    /** Returns the name; empty after an {@code image-reference} or a {@code target-digest} was noted. */
    static Optional<ImageReference> read(String image, Reading place) {
        Optional<ImageReference> read = place.value(() -> ImageReference.parse(image));
        if (read.flatMap(ImageReference::digest).isPresent()) {
            place.mistake(
                    "target-digest",
                    Shown.quoted(image) + " names a digest, but the digest of an image is known only when it"
                            + " is made.",
                    "remove everything from the @ on");
            return Optional.empty();
        }
        return read;
    }

    /** Maven takes more for an artifactId than registries for a name, which has single separators inside. */
    static String legal(String artifactId) {
        String name = artifactId
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]", "-")
                .replaceAll("(?!(?:\\.|__?|-+)[a-z0-9])[._-]+", "-")
                .replaceAll("^[._-]+|[._-]+$", "");
        return name.isEmpty() ? "app" : name;
    }
}
