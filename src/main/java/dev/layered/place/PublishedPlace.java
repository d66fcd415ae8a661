package dev.layered.place;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.ImageReference;
import dev.layered.layout.DocumentSource;
import dev.layered.layout.ImageReader;
import dev.layered.layout.StoredImage;
import dev.layered.registry.ImageRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a tag or a digest stands for in a repository. */
final class PublishedPlace implements ImagePlace {

    private final String location;
    private final ImageReference image;
    private final Function<ImageReference, ImageRepository> repositories;
    private final Function<PublishedPlace, DocumentSource> reading;
    private RepositoryDocuments documents;

    PublishedPlace(
            String location,
            ImageReference image,
            Function<ImageReference, ImageRepository> repositories,
            Function<PublishedPlace, DocumentSource> reading) {
        this.location = location;
        this.image = image;
        this.repositories = repositories;
        this.reading = reading;
    }

    @Override
    public String location() {
        return location;
    }

    /** Returns what the repository has. */
    RepositoryDocuments documents() {
        if (documents == null) {
            documents = new RepositoryDocuments(repositories.apply(image));
        }
        return documents;
    }

    @Override
    public List<StoredImage> images(Mistakes faults) {
        return faults.collect(() -> {
                    Descriptor target = documents().target(image).orElseThrow(this::absent);
                    return List.of(new ImageReader(reading.apply(this), faults).read("", target, platform -> true));
                })
                .orElse(List.of());
    }

    private LayeredFailure absent() {
        return LayeredFailure.mistake(
                "image-absent",
                "The registry has no image " + Shown.quoted(image) + ".",
                Shown.text(location),
                "check name, tag and digest, or push it first");
    }

    @Override
    public Optional<Path> layout() {
        return Optional.empty();
    }
}
