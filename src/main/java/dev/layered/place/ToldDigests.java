package dev.layered.place;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.layout.StoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The digests that builds and pushes told, compared with images. */
public final class ToldDigests {

    private final BuildFiles built;

    /** Compares nothing yet. */
    public ToldDigests(BuildFiles built) {
        this.built = built;
    }

    /** Returns a warning of each image that a push published since those in the layout were written, and is none of them. */
    public List<Problem> pushedSince(List<StoredImage> images) {
        return built.folders().stream()
                .flatMap(folder -> pushedSince(built.output().resolve(folder), images).stream())
                .toList();
    }

    private Optional<Problem> pushedSince(Path folder, List<StoredImage> images) {
        Path file = folder.resolve(PushedImage.FILE);
        return PushedImage.in(folder)
                .filter(pushed -> isNewer(file, built.image().resolve("index.json")))
                .filter(pushed -> images.stream()
                        .noneMatch(image -> image.target().digest().equals(pushed.digest())))
                .map(pushed -> new Problem(
                        "verify-pushed",
                        "What was pushed last is another image: "
                                + Shown.text(pushed.names().get(0)) + " with "
                                + pushed.digest().text() + ".",
                        built.shown(file),
                        "verify it with -Dlayered.verify.image="
                                + Shown.text(pushed.names().get(0)) + ", if it is the one that you mean"));
    }

    private static boolean isNewer(Path file, Path other) {
        try {
            return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Compares the digest that the push told with what its first name stands for. */
    public Optional<Problem> wrongPushed(PushedImage pushed, List<StoredImage> images) {
        Set<String> said = Set.of(pushed.digest().text());
        return wrongDigest(
                images, said, built.output().resolve(PushedImage.FILE), "push it again, if nobody else meant to");
    }

    /** Compares the digests that the build told with those of the images. */
    public Optional<Problem> wrongDigest(List<StoredImage> images) {
        Set<String> said = new TreeSet<>();
        built.folders().forEach(folder -> said.add(built.digest(folder)));
        return wrongDigest(images, said, built.output().resolve("image.digest"), "build the image again");
    }

    private Optional<Problem> wrongDigest(List<StoredImage> images, Set<String> said, Path file, String fix) {
        Set<String> found = images.stream()
                .map(image -> image.target().digest().text())
                .collect(Collectors.toCollection(TreeSet::new));
        return !found.isEmpty() && said.containsAll(found)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "verify-digest",
                        "The digest of the image is " + Shown.list(found) + ", the file says " + Shown.quotedEach(said)
                                + ".",
                        built.shown(file),
                        fix));
    }
}
