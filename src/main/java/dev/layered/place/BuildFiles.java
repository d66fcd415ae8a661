package dev.layered.place;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.plan.ImageIdentity;
import dev.layered.record.PlanRecord;
import dev.layered.record.RecordedPlan;
import dev.layered.store.IoReason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What builds and pushes left in a folder, usually {@code target/layered}: the image, its digest, what was pushed, and what
 * each was made of.
 */
public final class BuildFiles {

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

    /** Returns the folder of all that is told. */
    Path output() {
        return output;
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

    /** Returns what the last push published of each image, the default one first; none where there was no push. */
    public List<PushedImage> pushed() {
        return folders().stream()
                .flatMap(folder -> PushedImage.in(output.resolve(folder)).stream())
                .toList();
    }

    /** Returns the folders of what is told about one image each, from {@code output} on, that of the default one first. */
    List<String> folders() {
        List<String> folders = new ArrayList<>(List.of(""));
        try (Stream<Path> variants = Files.list(output.resolve(ImageIdentity.VARIANTS))) {
            variants.map(folder -> ImageIdentity.VARIANTS + "/" + folder.getFileName() + "/")
                    .sorted()
                    .forEach(folders::add);
        } catch (IOException e) {
            return folders; // there is only one image
        }
        return folders;
    }

    /**
     * Returns which record is about the image: that of the last push, where this is what it published, or that of the
     * image in the layout, where the config of one of its platforms is the same, whatever holds it.
     */
    public Optional<String> recordOf(StoredImage image) {
        Digest digest = image.target().digest();
        for (String folder : folders()) {
            Optional<PushedImage> pushed = PushedImage.in(output.resolve(folder));
            if (pushed.filter(it -> it.digests().containsValue(digest)).isPresent()) {
                return Optional.of(folder + PlanRecord.OF_PUSH);
            }
        }
        Set<Digest> configs = configs(image);
        return built().stream()
                .filter(built -> configs(built).stream().anyMatch(configs::contains))
                .findFirst()
                .map(this::recordOfBuilt);
    }

    /** Returns the record of an image in the layout: of several, that of the one of its digest. */
    public String recordOfBuilt(StoredImage image) {
        return folders().stream()
                        .filter(folder ->
                                digest(folder).equals(image.target().digest().text()))
                        .findFirst()
                        .orElse("")
                + PlanRecord.OF_IMAGE;
    }

    private static Set<Digest> configs(StoredImage image) {
        return image.images().stream()
                .map(platform -> platform.image().config().digest())
                .collect(Collectors.toSet());
    }

    private List<StoredImage> built() {
        try {
            return hasImage() ? StoredImages.in(image()).images(new Mistakes()) : List.of();
        } catch (LayeredFailure e) {
            return List.of(); // nothing says that it is ours
        }
    }

    /**
     * Returns a record.
     *
     * @param name as {@link #recordOf} gives it
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

    /** Returns the records that there are, of builds before those of pushes. */
    public List<String> records() {
        return Stream.of(PlanRecord.OF_IMAGE, PlanRecord.OF_PUSH)
                .flatMap(name -> folders().stream().map(folder -> folder + name))
                .filter(name -> Files.exists(output.resolve(name)))
                .toList();
    }

    /** Returns the digest that a build told in one of the {@link #folders}, or why there is none. */
    String digest(String folder) {
        try {
            return Files.readString(output.resolve(folder + "image.digest")).strip();
        } catch (IOException e) {
            return IoReason.of(e);
        }
    }
}
