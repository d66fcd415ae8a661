package dev.layered.verify;

import dev.layered.failure.Shown;
import dev.layered.image.Image;
import dev.layered.image.ImageConfig;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import dev.layered.layout.PlatformImage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the config of an image, and the annotations of its manifest, with the recorded settings. What the settings do
 * not say is the base's to say.
 */
final class ConfigCheck {

    private final JsonObject settings;
    private final String where;
    private final Check check;

    private ConfigCheck(JsonObject settings, String where, Check check) {
        this.settings = settings;
        this.where = where;
        this.check = check;
    }

    /** Compares; {@code recorded} is the platform as the record has it. */
    static void compare(JsonObject settings, Platform recorded, PlatformImage image, Check check) {
        check.saw(1, "configs");
        new ConfigCheck(settings, "the config of the image for " + image.platform(), check)
                .compare(image.image(), recorded);
    }

    private void compare(Image image, Platform recorded) {
        ImageConfig config = image.config().value();
        RuntimeConfig runtime = config.runtime();
        value("created", settings.text("created"), config.created());
        value("user", settings.text("user"), runtime.user());
        value("workingDirectory", settings.text("workingDirectory"), runtime.workingDirectory());
        value("entrypoint", entrypoint(recorded), runtime.entrypoint());
        value("args", settings.texts("args"), runtime.command());
        entries("environment", runtime.environment());
        entries("labels", runtime.labels());
        entries("annotations", image.manifest().value().annotations());
        value("stopSignal", settings.text("stopSignal"), runtime.other().text("StopSignal"));
        value(
                "healthcheck",
                settings.object("healthcheck").map(JsonObject::toString),
                runtime.other().object("Healthcheck").map(JsonObject::toString));
        items("ports", runtime.ports());
        items("volumes", runtime.volumes());
    }

    /** Returns the words that all platforms have, or those of this one where they differ. */
    private Optional<List<String>> entrypoint(Platform platform) {
        return settings.texts("entrypoint")
                .or(() -> settings.object("entrypoints").flatMap(each -> each.texts(platform.toString())));
    }

    private <T> void value(String name, Optional<T> said, Optional<T> found) {
        if (said.isPresent() && !said.equals(found)) {
            fault(name, found.map(Object::toString).orElse("nothing"), said.get());
        }
    }

    private void entries(String name, Map<String, String> found) {
        settings.textMap(name).forEach((key, said) -> {
            if (!said.equals(found.get(key))) {
                fault(name, key + "=" + (found.containsKey(key) ? found.get(key) : ""), key + "=" + said);
            }
        });
    }

    private void items(String name, Collection<String> found) {
        for (String said : settings.texts(name).orElse(List.of())) {
            if (!found.contains(said)) {
                fault(name, found.isEmpty() ? "nothing" : Shown.list(found), said);
            }
        }
    }

    private void fault(String name, Object found, Object said) {
        check.fault(
                "verify-config",
                "The " + name + " of the image is " + Shown.quoted(found) + ", the record says " + Shown.quoted(said)
                        + ".",
                where,
                "build the image again; if it stays, something changes images after they are built");
    }
}
