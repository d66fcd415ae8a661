package dev.layered.maven;

import dev.layered.certificate.FoundCertificates;
import dev.layered.failure.Mistakes;
import dev.layered.image.Digest;
import dev.layered.image.ImageFormat;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.CaCertificatePaths;
import dev.layered.maven.parameters.Unset;
import dev.layered.plan.ImageInfo;
import dev.layered.plan.ImageSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what is said of an image beside its layers: how it is started, and what it says of itself. */
final class SettingsInput {

    private final LayeredMojo mojo;
    private final Reading reading;
    private final Path project;

    SettingsInput(LayeredMojo mojo, Reading reading) {
        this.mojo = mojo;
        this.reading = reading;
        this.project = mojo.project.getBasedir().toPath();
    }

    /** Returns the settings; {@code root} is the folder of the application. */
    ImageSettings settings(ImageFormat format, String root) {
        Instant now = Instant.now();
        RuntimeConfig runtime = mojo.container.runtime(project, reading.at("container"));
        String created = mojo.container.created(now, reading.at("container"));
        Map<String, String> annotations = Unset.none(mojo.annotations);
        return new ImageSettings(runtime, annotations, created, format, root, info(now));
    }

    /** Returns the certificates that containers trust; notes what is wrong with them. */
    FoundCertificates certificates() {
        return CaCertificatePaths.read(mojo.caCertificates, project, Instant.now(), reading.at("caCertificates"));
    }

    /**
     * Returns digests, by words for each, of what decides the settings and is no parameter; what is wrong with it is told
     * where it is planned with.
     */
    static Map<String, Digest> digests(LayeredMojo mojo) {
        SettingsInput input = new SettingsInput(mojo, new Reading(new Mistakes(), mojo.locations()));
        Map<String, Digest> digests = new TreeMap<>(mojo.container.digests(input.project));
        JsonObject info = JsonObject.builder()
                .put("values", input.info(Instant.EPOCH).values())
                .build();
        digests.put("what the image says of itself", Digest.of(Json.bytes(info)));
        List<String> certificates = input.certificates().certificates().stream()
                .map(certificate -> certificate.name() + " " + certificate.pem())
                .toList();
        if (!certificates.isEmpty()) {
            digests.put(
                    "the certificates",
                    Digest.of(String.join("\n", certificates).getBytes(StandardCharsets.UTF_8)));
        }
        return digests;
    }

    private ImageInfo info(Instant now) {
        return mojo.imageInfo.read(PomInfo.of(mojo.project), project, now, reading.at("imageInfo"));
    }
}
