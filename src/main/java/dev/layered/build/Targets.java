package dev.layered.build;

import dev.layered.image.ImageReference;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The repositories of a run, each opened once for all images that it gets. */
final class Targets {

    private final Map<String, List<ImageName>> names = new HashMap<>();
    private final Map<String, PublishTarget> open = new HashMap<>();
    private final PublishSettings settings;
    private final BuildLog log;

    /** Asks nothing yet. */
    Targets(List<ImageIdentity> images, PublishSettings settings, BuildLog log) {
        this.settings = settings;
        this.log = log;
        images.forEach(image -> image.names()
                .forEach(name -> names.computeIfAbsent(repository(name), repository -> new ArrayList<>())
                        .add(name)));
    }

    /** Returns the repository that these names are in. */
    PublishTarget of(List<ImageName> own) {
        return open.computeIfAbsent(
                repository(own.get(0)), repository -> PublishTarget.of(names.get(repository), settings, log));
    }

    private static String repository(ImageName name) {
        ImageReference reference = ImageReference.parse(name.reference());
        return reference.registry() + "/" + reference.repository();
    }
}
