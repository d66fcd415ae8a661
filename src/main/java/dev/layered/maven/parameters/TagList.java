package dev.layered.maven.parameters;

import dev.layered.maven.configuration.Reading;
import dev.layered.plan.TagTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * The tags of one element.
 *
 * @param isSound whether all that is written could be read
 * @param place of the list
 */
record TagList(List<Tag> tags, boolean isSound, Reading place) {

    /** Takes a copy of the tags. */
    TagList {
        tags = List.copyOf(tags);
    }

    /** A tag, and where it was written; the list of it where nobody wrote it. */
    record Tag(TagTemplate template, Reading place) {

        /** Returns the tag of a text that is one. */
        static Tag of(String text, Reading place) {
            return new Tag(TagTemplate.parse(text), place);
        }

        /** Whether it is another tag for each platform. */
        boolean isOfPlatform() {
            return template.isPerPlatform();
        }
    }

    /** Returns the tags in order; notes {@code tag-template} and {@code image-tag}. */
    static TagList read(List<String> texts, Reading place) {
        List<Tag> read = new ArrayList<>();
        List<String> given = Unset.none(texts);
        for (int i = 0; i < given.size(); i++) {
            String text = given.get(i);
            Reading item = place.item(i);
            item.value(() -> Tag.of(text, item)).ifPresent(read::add);
        }
        return new TagList(read, read.size() == given.size(), place);
    }

    /** Whether nothing is written. */
    boolean isUnset() {
        return tags.isEmpty() && isSound;
    }

    /** Whether none is a tag of the whole image. */
    boolean isOfPlatformsAlone() {
        return tags.stream().allMatch(Tag::isOfPlatform);
    }
}
