package dev.layered.report;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import dev.layered.json.Json;
import dev.layered.json.JsonBuilder;
import dev.layered.json.JsonObject;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.TagOutcome;
import dev.layered.plan.ImageIdentity;
import dev.layered.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that a build or a push leaves for other tools: {@code image.json} and {@code image.digest}. */
public final class ImageFiles {

    private static final int SCHEMA = 1;
    private static final String JSON = "image.json";

    private ImageFiles() {}

    /**
     * Writes both files of each image whole or not at all, the digest last. A run that changed nothing keeps what tells how
     * the image was made, unless that tells of another image: a run that died may have left it behind.
     *
     * @param output usually {@code target/layered}
     */
    public static void writeBuilt(List<BuildOutcome> outcomes, Path output) {
        List<JsonObject> all = new ArrayList<>();
        for (BuildOutcome outcome : outcomes) {
            all.add(json(outcome.image())
                    .put("platforms", platforms(outcome.image()))
                    .putIfAny("emptyLayers", outcome.emptyLayers())
                    .build());
        }
        for (int i = 0; i < outcomes.size(); i++) {
            ImageOutcome image = outcomes.get(i).image();
            Path json = folder(image, output).resolve(JSON);
            byte[] told = Json.pretty(document(all.get(i), image, all));
            if (!outcomes.get(i).unchanged() || !isSameButForOrigins(json, told)) {
                AtomicFile.writeIfChanged(json, told);
            }
        }
        for (BuildOutcome outcome : outcomes) {
            byte[] digest = outcome.image().target().digest().text().getBytes(StandardCharsets.UTF_8);
            AtomicFile.writeIfChanged(folder(outcome.image(), output).resolve("image.digest"), digest);
        }
    }

    /**
     * Writes {@code image.json} of what was published: for each image what it is in each repository. Where nothing was
     * looked at, since it was there, the file keeps what it tells of the same image's base and platforms.
     */
    public static void writePublished(List<List<PublishOutcome>> images, Path output) {
        List<JsonObject> all = new ArrayList<>();
        for (List<PublishOutcome> repositories : images) {
            ImageOutcome first = repositories.get(0).image();
            List<TagOutcome> tags = repositories.stream()
                    .flatMap(one -> one.image().tags().stream())
                    .toList();
            all.add(published(first, tags, folder(first, output).resolve(JSON)));
        }
        for (int i = 0; i < all.size(); i++) {
            ImageOutcome image = images.get(i).get(0).image();
            Path json = folder(image, output).resolve(JSON);
            AtomicFile.writeIfChanged(json, Json.pretty(document(all.get(i), image, all)));
        }
    }

    private static JsonObject published(ImageOutcome image, List<TagOutcome> tags, Path json) {
        Optional<JsonObject> former = former(json)
                .filter(told -> told.text("digest")
                        .equals(Optional.of(image.target().digest().text())));
        List<JsonObject> known = former.map(told -> told.objects("platforms")).orElse(List.of());
        Optional<String> base =
                former.filter(told -> image.platforms().isEmpty()).flatMap(told -> told.text("from"));
        ImageOutcome everywhere = new ImageOutcome(
                image.variant(),
                image.isDefault(),
                image.reference(),
                base.orElse(image.base()),
                image.target(),
                image.platforms(),
                tags);
        return json(everywhere)
                .put("platforms", image.platforms().isEmpty() ? known : platforms(image))
                .putIfAny("emptyLayers", former.flatMap(told -> told.texts("emptyLayers")))
                .build();
    }

    private static Optional<JsonObject> former(Path json) {
        try {
            return Optional.of(Json.parse(Files.readAllBytes(json), json.toString()));
        } catch (IOException | LayeredFailure e) {
            return Optional.empty(); // it told nothing
        }
    }

    /** Of several images the default one's file tells of all. */
    private static JsonObject document(JsonObject own, ImageOutcome image, List<JsonObject> all) {
        JsonBuilder document = JsonObject.builder().put("schema", SCHEMA).putAll(own);
        if (image.isDefault() && !image.variant().isEmpty()) {
            document.put("variants", all);
        }
        return document.build();
    }

    private static Path folder(ImageOutcome image, Path output) {
        return image.isDefault() ? output : ImageIdentity.folder(output, image.variant());
    }

    private static boolean isSameButForOrigins(Path json, byte[] told) {
        try {
            return withoutOrigins(Files.readAllBytes(json)).equals(withoutOrigins(told));
        } catch (IOException e) {
            return false; // what is missing or cannot be read is written
        }
    }

    private static String withoutOrigins(byte[] json) {
        return new String(json, StandardCharsets.UTF_8).replaceAll("\"origin\": \"[a-z]+\"", "");
    }

    private static JsonBuilder json(ImageOutcome image) {
        return JsonObject.builder()
                .putIfAny("variant", Optional.of(image.variant()).filter(name -> !name.isEmpty()))
                .put("reference", image.reference())
                .put("from", image.base())
                .put("digest", image.target().digest().text())
                .put("mediaType", image.target().mediaType())
                .put("tags", tags(image.tags()));
    }

    /** Returns what each name stands for. */
    static List<JsonObject> tags(List<TagOutcome> tags) {
        return tags.stream().map(ImageFiles::tag).toList();
    }

    private static JsonObject tag(TagOutcome tag) {
        Descriptor target = tag.target();
        return JsonObject.builder()
                .put("name", tag.name())
                .put("digest", target.digest().text())
                .put("mediaType", target.mediaType())
                .putIfAny("platform", tag.platform().map(Object::toString))
                .build();
    }

    private static List<JsonObject> platforms(ImageOutcome image) {
        return image.platforms().stream().map(PlatformJson::of).toList();
    }
}
