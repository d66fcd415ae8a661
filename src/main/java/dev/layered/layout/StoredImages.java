package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.tar.TarFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Images that lie on this machine: in an image layout, in an archive of one, or in one of {@code docker save}. */
public final class StoredImages {

    private final Path path;
    private final Kind kind;

    private enum Kind {
        FOLDER("oci:"),
        OCI_ARCHIVE("oci-archive:"),
        DOCKER_ARCHIVE("docker-archive:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private StoredImages(Path path, Kind kind) {
        this.path = path;
        this.kind = kind;
    }

    /**
     * Returns the images at {@code oci:DIR}, {@code oci-archive:FILE} or {@code docker-archive:FILE}, of which nothing
     * is read yet; empty where the text is of no such kind.
     *
     * @param folder where relative paths start
     * @throws LayeredFailure {@code layout-missing} if no path can look like that
     */
    public static Optional<StoredImages> at(String location, Path folder) {
        for (Kind kind : Kind.values()) {
            if (location.startsWith(kind.prefix)) {
                String path = location.substring(kind.prefix.length());
                try {
                    return Optional.of(new StoredImages(folder.resolve(path).normalize(), kind));
                } catch (InvalidPathException e) {
                    throw LayoutFailure.noPath(location);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the images of the image layout in that folder, of which nothing is read yet. */
    public static StoredImages in(Path layout) {
        return new StoredImages(layout.normalize(), Kind.FOLDER);
    }

    /** Whether it holds no manifests, so that plain layers have no digest of their own but their diffID. */
    public boolean lacksManifests() {
        return kind == Kind.DOCKER_ARCHIVE;
    }

    /**
     * Reads manifests, indexes and configs; of layers only those that an archive of {@code docker save} holds
     * compressed, to learn their digests.
     *
     * @param faults takes what is wrong; what can be read is returned all the same
     * @throws LayeredFailure if the machine does not let us read
     */
    public List<StoredImage> images(Mistakes faults) {
        return faults.collect(() -> {
                    ImageFiles files = kind == Kind.FOLDER ? ImageFiles.below(path) : ImageFiles.in(TarFiles.in(path));
                    ImageFiles bounded = new BoundedFiles(files);
                    return kind == Kind.DOCKER_ARCHIVE
                            ? new DockerArchive(bounded, faults).read()
                            : images(bounded, faults);
                })
                .orElse(List.of());
    }

    private static List<StoredImage> images(ImageFiles files, Mistakes faults) {
        LayoutFiles layout = new LayoutFiles(files);
        ImageReader reader = new ImageReader(layout, faults);
        return layout.images().stream()
                .map(target -> reader.read(
                        target.annotations().getOrDefault(ImageLayout.REF_NAME, ""), target, platform -> true))
                .toList();
    }
}
