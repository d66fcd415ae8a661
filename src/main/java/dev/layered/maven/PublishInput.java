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
import dev.layered.plan.ImageName;
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
     * Claims every name of the images for this module; notes what is wrong with them, {@code target-none}, {@code
     * target-twice} and {@code registry-offline}.
     */
    void claim() {
        if (!mojo.to.isNamed() && Unset.none(mojo.targets).isEmpty()) {
            reading.at("to", "image")
                    .mistake(
                            "target-none",
                            "No image to push is named.",
                            "name it in <to><image>, e.g. registry.example.com/shop/cart");
            return;
        }
        List<VariantInput> variants = VariantInput.all(mojo, reading);
        if (!mistakes.isEmpty()) {
            return;
        }
        List<ImageName> names = variants.stream()
                .flatMap(variant -> variant.identity().names().stream())
                .toList();
        names.forEach(name -> claim(name.reference()));
        if (mojo.isOffline()) {
            mistakes.add(new Problem(
                    "registry-offline",
                    "Maven is offline, and the image "
                            + Shown.quoted(names.get(0).reference()) + " is in a registry.",
                    "-o, --offline, or <offline> of settings.xml",
                    "run it again without -o"));
        }
    }

    /** Two modules of a run that push one name would each undo what the other did. */
    private void claim(String name) {
        SessionData data = mojo.session.getRepositorySession().getData();
        data.set(CLAIMED, null, new ConcurrentHashMap<>());
        @SuppressWarnings("unchecked")
        Map<String, String> claimed = (Map<String, String>) data.get(CLAIMED);
        String module = mojo.project.getGroupId() + ":" + mojo.project.getArtifactId();
        String former = claimed.putIfAbsent(name, module);
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
    PublishSettings settings(List<ImageReference> cacheFrom, Reuse reuse, BuildLog log) {
        String wanted = "the image " + Shown.quoted(mojo.identities().get(0).reference());
        return new PublishSettings(mojo.registries(wanted, log), cacheFrom, reuse, mojo.transfers);
    }
}
