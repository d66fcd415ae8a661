package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.TagList.Tag;
import dev.layered.plan.ImageName;
import dev.layered.plan.ImageTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the images of a project are called, in each repository that gets them. */
public final class ImageNames {

    private final String version;
    private final Reading configuration;
    private final Map<String, Meaning> meanings = new HashMap<>();

    private ImageNames(String version, Reading configuration) {
        this.version = version;
        this.configuration = configuration;
    }

    /** What a name was given to; an empty variant is the only image of its project. */
    private record Meaning(String variant, Optional<Platform> platform) {

        private String shown() {
            return "the image" + (variant.isEmpty() ? "" : " of the variant " + Shown.quoted(variant))
                    + platform.map(one -> " for " + Shown.quoted(one)).orElse("");
        }
    }

    /**
     * Returns the repositories that get an image, in order, by the variant's name; of use only where no mistake is noted.
     * The first is {@code <to>}; where that names no image and there are targets, the first of these. Notes every mistake.
     *
     * @param variants as {@link Variants#read} gives them
     */
    public static Map<String, List<ImageTarget>> read(
            ToParameters to,
            List<TargetParameters> targets,
            List<Variant> variants,
            String artifactId,
            String version,
            Reading configuration) {
        ImageNames names = new ImageNames(version, configuration);
        List<Destination> destinations = destinations(to, Unset.none(targets), artifactId, version, configuration);
        Map<String, List<ImageTarget>> read = new LinkedHashMap<>();
        for (Variant variant : variants) {
            List<Platform> platforms = variant.from().platforms(variant.reading("from", configuration));
            boolean isReadable = !platforms.isEmpty() && (!variant.isNamed() || LayerNames.isName(variant.name()));
            if (isReadable) {
                List<ImageTarget> all = new ArrayList<>();
                destinations.forEach(destination -> all.add(names.target(destination, variant, platforms)));
                read.put(variant.name(), all);
            }
        }
        return read;
    }

    private static List<Destination> destinations(
            ToParameters to, List<TargetParameters> targets, String artifactId, String version, Reading configuration) {
        List<Destination> all = new ArrayList<>();
        Reading place = configuration.at("to");
        TagList tags = TagList.read(to.tags, place.at("tags"));
        Optional<Destination> main = to.isNamed()
                ? Destination.of(to, tags, place)
                : Optional.of(Destination.ofProject(tags, artifactId, version)).filter(named -> targets.isEmpty());
        main.ifPresent(all::add);
        Optional<Tag> tag = main.flatMap(Destination::imageTag);
        Set<String> keys = new HashSet<>();
        main.ifPresent(destination -> keys.add(destination.key()));
        for (int i = 0; i < targets.size(); i++) {
            Reading item = configuration.at("targets").item(i);
            Optional<Destination> read = Destination.of(targets.get(i), tags, tag, item);
            read.ifPresent(all::add);
            read.filter(destination -> !keys.add(destination.key()))
                    .ifPresent(destination -> item.at("image")
                            .mistake(
                                    "target-repeated",
                                    "The repository " + Shown.quoted(destination.repository()) + " stands twice.",
                                    "name it once, with all its tags"));
        }
        return all;
    }

    private ImageTarget target(Destination destination, Variant variant, List<Platform> platforms) {
        TagList tags = destination.tags(variant, configuration);
        if (tags.isSound() && tags.isOfPlatformsAlone()) {
            tags.place()
                    .mistake(
                            "tag-none",
                            "No tag names the whole image of the variant " + Shown.quoted(variant.name()) + ".",
                            "add a tag with {variant} and without {arch}, e.g. {version}-{variant}");
        }
        Map<String, ImageName> names = new LinkedHashMap<>();
        for (Tag tag : tags.tags()) {
            tag.place()
                    .value(() -> tag.template().names(destination.repository(), version, variant.name(), platforms))
                    .ifPresent(given -> given.forEach(name -> add(name, variant, tag.place(), names)));
        }
        return new ImageTarget(
                destination.repository(), mainFirst(names.values().stream().toList()));
    }

    private void add(ImageName name, Variant variant, Reading place, Map<String, ImageName> names) {
        Meaning meaning = new Meaning(variant.name(), name.platform());
        Meaning former = meanings.putIfAbsent(name.reference(), meaning);
        if (former != null && !former.equals(meaning)) {
            place.mistake(
                    "tag-twice",
                    Shown.quoted(name) + " would name both " + former.shown() + " and " + meaning.shown() + ".",
                    "give each a tag of its own, with {variant}, {os} or {arch} in it");
        }
        names.putIfAbsent(name.reference(), name);
    }

    private static List<ImageName> mainFirst(List<ImageName> names) {
        List<ImageName> sorted = new ArrayList<>(names);
        names.stream().filter(name -> name.platform().isEmpty()).findFirst().ifPresent(main -> {
            sorted.remove(main);
            sorted.add(0, main);
        });
        return sorted;
    }
}
