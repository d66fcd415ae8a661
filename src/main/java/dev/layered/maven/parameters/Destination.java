package dev.layered.maven.parameters;

import dev.layered.image.ImageReference;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.TagList.Tag;
import dev.layered.plan.TagTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A repository that gets the images of a project, as {@code <to>} or a {@code <target>} names it.
 *
 * @param repository without a tag
 * @param imageTag the tag that was written behind the repository
 * @param tags of the element; those of {@code <to>} where it has none
 * @param hasOwnTags whether they are a target's own, which those of a variant do not replace
 * @param lastResort the tag of the whole image where there are no variants and no other such tag
 */
record Destination(
        ImageReference repository, Optional<Tag> imageTag, TagList tags, boolean hasOwnTags, String lastResort) {

    private static final String LATEST = "latest";

    /** Returns the repository that is named after the project. */
    static Destination ofProject(TagList tags, String artifactId, String version) {
        ImageReference project = ImageReference.parse(RepositoryName.legal(artifactId));
        return new Destination(project, Optional.empty(), tags, false, TagTemplate.legal(version));
    }

    /** Returns where {@code <to>} goes, which names an image; empty where the name is wrong. */
    static Optional<Destination> of(ToParameters to, TagList tags, Reading place) {
        return RepositoryName.read(to.image, place.at("image"))
                .map(read -> new Destination(untagged(read), tag(read, place), tags, false, LATEST));
    }

    /**
     * Returns where a {@code <target>} goes; empty where its name is wrong; notes {@code target-none}.
     *
     * @param tags of {@code <to>}
     * @param imageTag of {@code <to>}
     */
    static Optional<Destination> of(TargetParameters target, TagList tags, Optional<Tag> imageTag, Reading place) {
        TagList own = TagList.read(target.tags, place.at("tags"));
        if (target.image == null) {
            place.mistake(
                    "target-none", "A target has no image.", "name it in <image>, e.g. mirror.example.com/shop/cart");
            return Optional.empty();
        }
        boolean hasOwnTags = !own.isUnset();
        return RepositoryName.read(target.image, place.at("image"))
                .map(read -> new Destination(
                        untagged(read),
                        tag(read, place).or(() -> hasOwnTags ? Optional.empty() : imageTag),
                        hasOwnTags ? own : tags,
                        hasOwnTags,
                        LATEST));
    }

    private static ImageReference untagged(ImageReference read) {
        return new ImageReference(read.registry(), read.repository(), Optional.empty(), Optional.empty());
    }

    private static Optional<Tag> tag(ImageReference read, Reading place) {
        return read.tag().map(tag -> Tag.of(tag, place.at("image")));
    }

    /** Returns what tells repositories apart: Docker Hub's own stand in a folder that may be left out. */
    String key() {
        return repository.registry().toLowerCase(Locale.ROOT) + "/" + repository.wholeRepository();
    }

    /** Returns the tags for an image, in order; of a project without variants at least one is of the whole image. */
    TagList tags(Variant variant, Reading configuration) {
        boolean isOwn = !variant.tags().isEmpty() && !hasOwnTags;
        TagList written =
                isOwn ? TagList.read(variant.tags(), variant.own(configuration).at("tags")) : tags;
        List<Tag> all = new ArrayList<>();
        if (variant.isDefault()) {
            imageTag.ifPresent(all::add);
        }
        if (written.isUnset() && variant.isNamed()) {
            usual(variant).map(text -> Tag.of(text, written.place())).forEach(all::add);
        }
        written.tags().stream()
                .filter(tag -> isOwn || variant.isDefault() || tag.template().isPerVariant())
                .forEach(all::add);
        if (!variant.isNamed() && all.stream().allMatch(Tag::isOfPlatform)) {
            all.add(0, Tag.of(lastResort, written.place()));
        }
        return new TagList(all, written.isSound(), written.place());
    }

    private static Stream<String> usual(Variant variant) {
        Stream<String> named = Stream.of("{version}-{variant}", "{version}-{variant}-{arch}", "latest-{variant}");
        return variant.isDefault() ? Stream.concat(named, Stream.of("{version}", LATEST)) : named;
    }
}
