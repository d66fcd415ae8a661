package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.image.Descriptor;
import dev.layered.image.VerifyingInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The blobs of one repository, read from its mirrors first, and verified. Thread-safe. */
final class MirroredBlobs {

    private final List<Mirror> mirrors;
    private final RepositoryReader reader;
    private final String name;

    /** {@code name} is the repository's own, for messages. */
    MirroredBlobs(List<Mirror> mirrors, RepositoryReader reader, String name) {
        this.mirrors = mirrors;
        this.reader = reader;
        this.name = name;
    }

    InputStream open(Descriptor blob) {
        return new Opening(blob).open();
    }

    /** A mirror that sent other content is passed over; the repository itself is asked twice. */
    <T> T read(Descriptor blob, BlobReader<T> to) throws IOException {
        boolean isLast = false;
        while (true) {
            Opening opening = new Opening(blob);
            try (InputStream content = opening.open()) {
                return to.read(content);
            } catch (IOException | RuntimeException e) {
                if (!opening.isWrong || isLast) {
                    throw e;
                }
                isLast = !opening.isMirrored;
            }
        }
    }

    /** One way to the content, from the first who has it. Not thread-safe. */
    private final class Opening {

        private final Descriptor blob;
        private boolean isMirrored;
        private boolean isWrong;

        Opening(Descriptor blob) {
            this.blob = blob;
        }

        InputStream open() {
            for (Mirror mirror : mirrors) {
                Optional<InputStream> content = mirror.ask(source -> mirrored(mirror, source));
                if (content.isPresent()) {
                    isMirrored = true;
                    return content.get();
                }
            }
            return new VerifyingInputStream(reader.download(blob, () -> wrong(name)), blob, () -> wrong(name));
        }

        private Optional<InputStream> mirrored(Mirror mirror, RepositoryReader source) {
            return source.hasBlob(blob)
                    ? Optional.of(new VerifyingInputStream(
                            source.download(blob, () -> wrong(mirror)), blob, () -> wrong(mirror)))
                    : Optional.empty();
        }

        private LayeredFailure wrong(Mirror mirror) {
            LayeredFailure failure = wrong(mirror.name());
            mirror.passOver(failure);
            return failure;
        }

        private LayeredFailure wrong(String where) {
            isWrong = true;
            Problem problem = new Problem(
                    "registry-blob-wrong",
                    "The registry sent other content than " + blob.digest() + " of " + blob.size() + " bytes.",
                    where,
                    "try again later, or ask who runs the registry or the proxy before it");
            return LayeredFailure.outside(problem, null);
        }
    }
}
