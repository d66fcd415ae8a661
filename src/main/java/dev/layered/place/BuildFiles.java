package dev.layered.place;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layout.StoredImage;
import dev.layered.record.PlanRecord;
import dev.layered.record.RecordedPlan;
import dev.layered.store.IoReason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What builds and pushes left in a folder, usually {@code target/layered}: the image, its digest, what was pushed, and what
 * each was made of.
 */
public final class BuildFiles {

    private static final String PUSHED = "push.json";

    private final Path project;
    private final Path output;

    /** Reads nothing yet; {@code project} is the folder that recorded sources start from. */
    public BuildFiles(Path project, Path output) {
        this.project = project;
        this.output = output;
    }

    /** Whether there is an image. */
    public boolean hasImage() {
        return Files.exists(image().resolve("index.json"));
    }

    /** Returns the folder of the image. */
    public Path image() {
        return output.resolve("image");
    }

    /** Returns the folder that recorded sources and relative locations start from. */
    public Path project() {
        return project;
    }

    /** Returns the path as users would write it. */
    public String shown(Path path) {
        return project.toAbsolutePath()
                .relativize(path.toAbsolutePath())
                .toString()
                .replace(File.separatorChar, '/');
    }

    /** Returns what the last push published; empty where there was none. */
    public Optional<PushedImage> pushed() {
        return PushedImage.read(output.resolve(PUSHED));
    }

    /**
     * Returns which record is about the image: that of the last push, where this is what it published, or that of the
     * image in the layout, where the config of one of its platforms is the same, whatever holds it.
     */
    public Optional<String> recordOf(StoredImage image) {
        Digest digest = image.target().digest();
        if (pushed().filter(pushed -> pushed.digest().equals(digest)).isPresent()) {
            return Optional.of(PlanRecord.OF_PUSH);
        }
        Set<Digest> configs = configs();
        boolean isBuilt = image.images().stream()
                .anyMatch(one -> configs.contains(one.image().config().digest()));
        return isBuilt ? Optional.of(PlanRecord.OF_IMAGE) : Optional.empty();
    }

    /**
     * Returns a record.
     *
     * @param name {@link PlanRecord#OF_IMAGE} or {@link PlanRecord#OF_PUSH}
     * @throws LayeredFailure {@code verify-record} if there is none, {@code plan-record} if it cannot be used
     */
    public RecordedPlan record(String name) {
        Path file = output.resolve(name);
        if (!Files.exists(file)) {
            throw LayeredFailure.mistake(
                    "verify-record",
                    "There is no record of what the image was made of.",
                    Shown.text(shown(file)),
                    "build or push the image again, e.g. with mvn package, which writes the record too");
        }
        return RecordedPlan.read(file, project);
    }

    private Set<Digest> configs() {
        Path file = output.resolve("image.json");
        try {
            return Json.parse(Files.readAllBytes(file), file.toString()).objects("platforms").stream()
                    .map((JsonObject platform) -> platform.required("config", Digest::parse))
                    .collect(Collectors.toSet());
        } catch (IOException | LayeredFailure e) {
            return Set.of(); // nothing says that it is ours
        }
    }

    /** Compares the digest that the push told with what its first name stands for. */
    public Optional<Problem> wrongPushed(List<StoredImage> images) {
        String said = pushed().map(pushed -> pushed.digest().text()).orElse("nothing");
        return wrongDigest(images, said, output.resolve(PUSHED), "push it again, if nobody else meant to");
    }

    /** Compares the digest that the build told with that of the image. */
    public Optional<Problem> wrongDigest(List<StoredImage> images) {
        Path file = output.resolve("image.digest");
        String said;
        try {
            said = Files.readString(file).strip();
        } catch (IOException e) {
            said = IoReason.of(e);
        }
        return wrongDigest(images, said, file, "build the image again");
    }

    private Optional<Problem> wrongDigest(List<StoredImage> images, String said, Path file, String fix) {
        List<String> found =
                images.stream().map(image -> image.target().digest().text()).toList();
        return found.equals(List.of(said))
                ? Optional.empty()
                : Optional.of(new Problem(
                        "verify-digest",
                        "The digest of the image is " + Shown.list(found) + ", the file says " + Shown.quoted(said)
                                + ".",
                        shown(file),
                        fix));
    }
}
