package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.PublishOutcome;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import dev.layered.plan.ImageTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The repositories of a run, each opened once for all images that it gets. */
final class Targets {

    private final Map<String, List<ImageName>> names = new HashMap<>();
    private final Map<String, PublishTarget> open = new HashMap<>();
    private final List<String> published = new ArrayList<>();
    private final PublishSettings settings;
    private final BuildLog log;

    /** Asks nothing yet. */
    Targets(List<ImageIdentity> images, PublishSettings settings, BuildLog log) {
        this.settings = settings;
        this.log = log;
        for (ImageIdentity image : images) {
            image.targets()
                    .forEach(target -> names.computeIfAbsent(key(target), key -> new ArrayList<>())
                            .addAll(target.names()));
        }
    }

    /** Returns the repository, with the names of all images there. */
    PublishTarget of(ImageTarget target) {
        return open.computeIfAbsent(key(target), key -> PublishTarget.of(names.get(key), settings, log));
    }

    /** Publishes one image into one repository; where that fails, says what is published already, and stays so. */
    PublishOutcome telling(Supplier<PublishOutcome> publishing) {
        try {
            PublishOutcome outcome = publishing.get();
            published.addAll(outcome.names());
            return outcome;
        } catch (LayeredFailure failure) {
            if (!published.isEmpty()) {
                log.warning("Published before the failure that follows, and left so: " + String.join(", ", published));
            }
            throw failure;
        }
    }

    private static String key(ImageTarget target) {
        return target.repository().toString();
    }
}
