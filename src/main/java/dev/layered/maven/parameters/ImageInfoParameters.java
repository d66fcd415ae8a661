package dev.layered.maven.parameters;

import dev.layered.history.GitHead;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.ImageInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The element {@code <imageInfo>}: what the image says of itself in labels and annotations. */
public final class ImageInfoParameters {

    private static final String OF_GIT = "git";

    /**
     * When the image says it was made: a time with its zone, or {@code USE_CURRENT_TIMESTAMP}. By default it does not
     * say. Example: {@code 2026-11-20T08:00:00Z}.
     */
    String created;

    /**
     * Whether title, version and more are taken from the pom, and the base image is named. By default {@code true}.
     * Example: {@code false}.
     */
    boolean defaults = true;

    /**
     * The revision of the sources, or {@code git} for the commit that is checked out. By default it is not told.
     * Example: {@code git}.
     */
    String revision;

    /**
     * Returns what the image says of itself; notes {@code creation-time} and {@code git-head}.
     *
     * @param ofPom what the pom says, by the names of the OCI image spec
     * @param project the folder whose commit is meant by {@code git}
     * @param now the time that {@code USE_CURRENT_TIMESTAMP} means
     */
    public ImageInfo read(Map<String, String> ofPom, Path project, Instant now, Reading imageInfo) {
        Map<String, String> values = new TreeMap<>(defaults ? ofPom : Map.of());
        given(revision)
                .flatMap(text -> imageInfo
                        .at("revision")
                        .value(() -> text.equalsIgnoreCase(OF_GIT) ? GitHead.of(project) : text))
                .ifPresent(commit -> values.put(ImageInfo.PREFIX + "revision", commit));
        given(created)
                .flatMap(text -> imageInfo.at("created").value(() -> CreationTime.read(text, now)))
                .ifPresent(time -> values.put(ImageInfo.PREFIX + "created", time));
        return new ImageInfo(values, defaults);
    }

    /** Whether the image tells the time of the run that makes it, so that no two runs make the same. */
    public boolean isOfNow() {
        return given(created).filter(CreationTime::isNow).isPresent();
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
    }
}
