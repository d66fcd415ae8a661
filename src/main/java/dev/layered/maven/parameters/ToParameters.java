package dev.layered.maven.parameters;

import dev.layered.failure.Mistakes;
import dev.layered.image.ImageReference;
import dev.layered.maven.configuration.PomLocations;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.TagTemplate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The element {@code <to>}: the image to build. */
public final class ToParameters extends LoginParameters {

    /**
     * The image's name, with its registry and, if wanted, a tag. By default the project's artifactId
     * and version. Example: {@code registry.example.com/shop/cart}.
     */
    String image;

    /**
     * Further tags, beside that of the image's name; with {@code {version}}, {@code {variant}}, {@code {os}} and
     * {@code {arch}} for what differs. By default none, of variants the usual ones. Example:
     * {@code <tags><tag>{version}</tag><tag>{version}-{arch}</tag></tags>}.
     */
    List<String> tags;

    /**
     * Returns the image's name with its first tag: that of {@code <image>}, else the first of {@code <tags>}, else
     * {@code latest}. Without {@code <image>} it is the project's artifactId with its version.
     *
     * <p>Notes {@code image-reference}, {@code image-tag} and {@code target-digest}.
     */
    public String reference(String artifactId, String version, Reading to) {
        List<String> all = Unset.none(tags);
        for (int i = 0; i < all.size(); i++) {
            String tag = all.get(i).strip();
            to.at("tags").item(i).value(() -> ImageReference.checkTag(tag));
        }
        if (image == null) {
            return RepositoryName.legal(artifactId) + ":"
                    + (all.isEmpty() ? TagTemplate.legal(version) : all.get(0).strip());
        }
        Optional<ImageReference> read = RepositoryName.read(image, to.at("image"));
        String tag = all.isEmpty() ? "latest" : all.get(0).strip();
        return read.filter(r -> to.mistakes().isEmpty())
                .map(r -> r.tag().isPresent() ? r : r.tagged(tag))
                .map(ImageReference::toString)
                .orElse("");
    }

    /**
     * Returns the image's name under every tag, the first as {@link #reference} has it; of use only where that notes no
     * mistake.
     */
    public List<String> references(String artifactId, String version) {
        Mistakes unheard = new Mistakes();
        String first = reference(artifactId, version, new Reading(unheard, PomLocations.unknown()));
        if (!unheard.isEmpty()) {
            return List.of(first);
        }
        Stream<String> further = Unset.none(tags).stream()
                .map(String::strip)
                .map(tag -> ImageReference.parse(first).tagged(tag).toString());
        return Stream.concat(Stream.of(first), further).distinct().toList();
    }

    /** Whether an image is named, rightly or not. */
    public boolean isNamed() {
        return image != null;
    }

    /** Returns the image, where one is named. */
    public Optional<ImageReference> inRegistry() {
        Mistakes unheard = new Mistakes(); // told where the image's name is read
        return Optional.ofNullable(image).flatMap(name -> unheard.collect(() -> ImageReference.parse(name)));
    }
}
