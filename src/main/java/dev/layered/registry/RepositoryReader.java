package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.ImageReference;
import dev.layered.image.MediaType;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Asks one repository for what it has (OCI distribution spec, "Pull"). Thread-safe. */
final class RepositoryReader {

    /** What registries take at least (OCI distribution spec); ours and all readers' limit. */
    private static final int LONGEST_MANIFEST = 4 << 20;

    private static final String MANIFESTS = String.join(
            ", ",
            List.of(MediaType.OCI_INDEX, MediaType.OCI_MANIFEST, MediaType.DOCKER_LIST, MediaType.DOCKER_MANIFEST));

    private final RepositoryRequests requests;
    private final Scope reading;

    RepositoryReader(RepositoryRequests requests) {
        this.requests = requests;
        this.reading = requests.reading();
    }

    Optional<Descriptor> head(String tagOrDigest) {
        String path = path(tagOrDigest);
        return requests.retry("HEAD", path).run(() -> {
            HttpCall call = requests.call("HEAD", path).with("Accept", MANIFESTS);
            try (Answer answer = requests.send(call, reading, "manifest " + Shown.quoted(tagOrDigest))) {
                if (answer.status() == 404) {
                    return Optional.empty();
                }
                checkIsSuccess(answer, "manifest " + Shown.quoted(tagOrDigest));
                Optional<Descriptor> told = descriptor(answer);
                return told.isPresent() ? told : manifest(tagOrDigest).map(Document::descriptor);
            }
        });
    }

    private static Optional<Descriptor> descriptor(Answer answer) {
        Optional<Digest> digest = digest(answer);
        Optional<String> mediaType = answer.mediaType();
        OptionalLong size = answer.length();
        return digest.isPresent() && mediaType.isPresent() && size.isPresent()
                ? Optional.of(Descriptor.of(mediaType.get(), digest.get(), size.getAsLong()))
                : Optional.empty();
    }

    /** Returns the digest that the answer names, where it names one that we know. */
    static Optional<Digest> digest(Answer answer) {
        return answer.header("Docker-Content-Digest").flatMap(text -> {
            try {
                return Optional.of(Digest.parse(text));
            } catch (LayeredFailure e) {
                return Optional.empty();
            }
        });
    }

    Optional<Document<JsonObject>> manifest(String tagOrDigest) {
        String path = path(tagOrDigest);
        return requests.retry("GET", path).run(() -> {
            HttpCall call = requests.call("GET", path).with("Accept", MANIFESTS);
            try (Answer answer = requests.send(call, reading, "manifest " + Shown.quoted(tagOrDigest))) {
                if (answer.status() == 404) {
                    return Optional.empty();
                }
                checkIsSuccess(answer, "manifest " + Shown.quoted(tagOrDigest));
                return Optional.of(document(answer, tagOrDigest));
            }
        });
    }

    private Document<JsonObject> document(Answer answer, String tagOrDigest) throws IOException {
        byte[] bytes = answer.bytes(LONGEST_MANIFEST);
        Optional<Digest> wanted = tagOrDigest.contains(":") ? Optional.of(Digest.parse(tagOrDigest)) : digest(answer);
        Digest found = Digest.of(bytes);
        if (wanted.isPresent() && !wanted.get().equals(found)) {
            throw requests.refusal(reading)
                    .failure(
                            "registry-digest",
                            "The registry sent another manifest than " + wanted.get() + ": " + found + ".",
                            answer,
                            "try again later, or ask who runs the registry or the proxy before it");
        }
        JsonObject json = Json.parse(bytes, answer.call().text());
        String mediaType = json.text("mediaType").or(answer::mediaType).orElse("application/octet-stream");
        return Document.of(json, mediaType, bytes);
    }

    boolean hasBlob(Descriptor blob) {
        return requests.retry("HEAD", "blobs/" + blob.digest()).run(() -> has(blob));
    }

    /** Asks once, as a part of something that is tried again as a whole. */
    boolean has(Descriptor blob) throws IOException {
        HttpCall call = requests.call("HEAD", "blobs/" + blob.digest());
        try (Answer answer = requests.send(call, reading, "blob " + blob.digest())) {
            if (answer.status() == 404) {
                return false;
            }
            checkIsSuccess(answer, "blob " + blob.digest());
            return answer.length().orElse(blob.size()) == blob.size();
        }
    }

    /** Returns the content from an offset on, or from its start where the registry sends no parts. */
    Answer content(Descriptor blob, long offset) throws IOException {
        HttpCall call = requests.call("GET", "blobs/" + blob.digest());
        HttpCall part = offset > 0 ? call.with("Range", "bytes=" + offset + "-") : call;
        Answer answer = requests.send(part, reading, "blob " + blob.digest());
        if (answer.status() == 404) {
            answer.close();
            throw LayeredFailure.outside(
                    new Problem(
                            "registry-blob-absent",
                            "The repository does not have the blob " + blob.digest() + " that its manifest names.",
                            call.text(),
                            "push the image again with -Dlayered.reuse=none, or choose another one"),
                    null);
        }
        if (answer.status() != 416) {
            checkIsSuccess(answer, "blob " + blob.digest());
        }
        return answer;
    }

    /** Returns the content, not yet verified; {@code onWrong} is asked what to throw where it is seen to be other. */
    InputStream download(Descriptor blob, Supplier<LayeredFailure> onWrong) {
        return new BlobDownload(this, blob, () -> requests.retry("GET", "blobs/" + blob.digest()), onWrong);
    }

    private void checkIsSuccess(Answer answer, String subject) throws IOException {
        if (!answer.isSuccess() || answer.isHtml()) {
            throw requests.refusal(reading).of(answer, subject);
        }
    }

    /** Returns the path of a manifest; what is neither tag nor digest never gets into a request. */
    static String path(String tagOrDigest) {
        String name =
                tagOrDigest.contains(":") ? Digest.parse(tagOrDigest).text() : ImageReference.checkTag(tagOrDigest);
        return "manifests/" + name;
    }
}
