package dev.layered.maven.parameters;

import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.maven.configuration.PomLocations;
import dev.layered.maven.configuration.Reading;
import java.util.List;
import java.util.Locale;
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
     * Further tags, beside that of the image's name. By default none. Example:
     * {@code <tags><tag>${project.version}</tag><tag>latest</tag></tags>}.
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
            return legalName(artifactId) + ":"
                    + (all.isEmpty() ? legalTag(version) : all.get(0).strip());
        }
        Optional<ImageReference> read = to.at("image").value(() -> ImageReference.parse(image));
        if (read.flatMap(ImageReference::digest).isPresent()) {
            to.at("image")
                    .mistake(
                            "target-digest",
                            Shown.quoted(image) + " names a digest, but the digest of an image is known only when it"
                                    + " is made.",
                            "remove everything from the @ on");
        }
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

    /** Returns the image, where one is named. */
    public Optional<ImageReference> inRegistry() {
        Mistakes unheard = new Mistakes(); // told where the image's name is read
        return Optional.ofNullable(image).flatMap(name -> unheard.collect(() -> ImageReference.parse(name)));
    }

    /** Maven takes more for an artifactId than registries for a name, which has single separators inside. */
    private static String legalName(String artifactId) {
        String name = artifactId
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]", "-")
                .replaceAll("(?!(?:\\.|__?|-+)[a-z0-9])[._-]+", "-")
                .replaceAll("^[._-]+|[._-]+$", "");
        return name.isEmpty() ? "app" : name;
    }

    private static String legalTag(String version) {
        String tag = version.replaceAll("[^A-Za-z0-9_.-]", "-").replaceAll("^[.-]+", "");
        return tag.isEmpty() ? "latest" : tag.substring(0, Math.min(tag.length(), 128));
    }
}
