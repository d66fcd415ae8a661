package dev.layered.maven;

import dev.layered.build.PublishSettings;
import dev.layered.build.PublishSettings.Reuse;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.Unset;
import dev.layered.maven.parameters.Words;
import dev.layered.outcome.BuildLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.SessionData;

/** Reads where an image is published to, and notes what is wrong with it. */
final class PublishInput {

    /** Where a session remembers which module publishes which name. */
    private static final String CLAIMED = "dev.layered.claimed";

    private final PushMojo mojo;
    private final Mistakes mistakes;
    private final Reading reading;

    PublishInput(PushMojo mojo, Mistakes mistakes) {
        this.mojo = mojo;
        this.mistakes = mistakes;
        this.reading = new Reading(mistakes, mojo.locations());
    }

    /**
     * Returns the image under every tag; notes what is wrong with its name, {@code target-none},
     * {@code target-twice} and {@code registry-offline}.
     */
    List<ImageReference> names() {
        if (mojo.to.inRegistry().isEmpty() && mojo.to.isNamed()) {
            mojo.to.reference(mojo.project.getArtifactId(), mojo.project.getVersion(), reading.at("to"));
            return List.of();
        }
        if (mojo.to.inRegistry().isEmpty()) {
            reading.at("to", "image")
                    .mistake(
                            "target-none",
                            "No image to push is named.",
                            "name it in <to><image>, e.g. registry.example.com/shop/cart");
            return List.of();
        }
        List<ImageReference> names =
                mojo.to.references(mojo.project.getArtifactId(), mojo.project.getVersion()).stream()
                        .flatMap(name -> new Mistakes().collect(() -> ImageReference.parse(name)).stream())
                        .toList();
        names.forEach(this::claim);
        if (mojo.isOffline()) {
            mistakes.add(new Problem(
                    "registry-offline",
                    "Maven is offline, and the image " + Shown.quoted(names.get(0)) + " is in a registry.",
                    "-o, --offline, or <offline> of settings.xml",
                    "run it again without -o"));
        }
        return names;
    }

    /** Two modules of a run that push one name would each undo what the other did. */
    private void claim(ImageReference name) {
        SessionData data = mojo.session.getRepositorySession().getData();
        data.set(CLAIMED, null, new ConcurrentHashMap<>());
        @SuppressWarnings("unchecked")
        Map<String, String> claimed = (Map<String, String>) data.get(CLAIMED);
        String module = mojo.project.getGroupId() + ":" + mojo.project.getArtifactId();
        String former = claimed.putIfAbsent(name.toString(), module);
        if (former != null && !former.equals(module)) {
            reading.at("to", "image")
                    .mistake(
                            "target-twice",
                            "The modules " + Shown.quoted(former) + " and " + Shown.quoted(module) + " both push "
                                    + Shown.quoted(name) + ".",
                            "give each module an image of its own, e.g. with ${project.artifactId} in its name");
        }
    }

    /** Returns whose layers may be reused; notes {@code word-unknown}. */
    Reuse reuse() {
        List<String> words = List.of("all", "store", "none");
        return Reuse.valueOf(
                Words.read("reuse", mojo.reuse, words, reading.at("reuse")).toUpperCase(Locale.ROOT));
    }

    /** Returns the images whose layers may be reused; notes {@code image-reference}. */
    List<ImageReference> cacheFrom() {
        List<ImageReference> images = new ArrayList<>();
        List<String> given = Unset.none(mojo.cacheFrom);
        for (int i = 0; i < given.size(); i++) {
            String text = given.get(i);
            Optional<ImageReference> read = reading.at("cacheFrom").item(i).value(() -> ImageReference.parse(text));
            read.ifPresent(images::add);
        }
        return images;
    }

    /** Returns the settings, once nothing was noted. */
    PublishSettings settings(List<ImageReference> names, List<ImageReference> cacheFrom, Reuse reuse, BuildLog log) {
        String wanted = "the image " + Shown.quoted(names.get(0));
        return new PublishSettings(mojo.registries(wanted, log), names, cacheFrom, reuse, mojo.transfers);
    }
}
