package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Puts manifests and indexes into one repository, by digest or under a tag. Thread-safe. */
final class ManifestUpload {

    private static final Set<Integer> CONFLICT = Set.of(409, 412);

    private final RepositoryRequests requests;
    private final RepositoryReader reader;
    private final Scope push;

    ManifestUpload(RepositoryRequests requests, RepositoryReader reader) {
        this.requests = requests;
        this.reader = reader;
        this.push = Scope.push(requests.repository());
    }

    void put(Document<?> manifest, String tagOrDigest) {
        String path = RepositoryReader.path(tagOrDigest);
        Retry retry = requests.retry("PUT", path);
        retry.run(() -> {
            boolean isThere = retry.isRepeated() && found(tagOrDigest).equals(Optional.of(manifest.digest()));
            if (!isThere) {
                send(manifest, path, tagOrDigest);
            }
            return manifest;
        });
    }

    private Optional<Digest> found(String tagOrDigest) {
        return reader.head(tagOrDigest).map(Descriptor::digest);
    }

    private void send(Document<?> manifest, String path, String tagOrDigest) throws IOException {
        SentBody body = SentBody.of(manifest.descriptor().mediaType(), manifest.bytes());
        HttpCall call = requests.call("PUT", path).sending(body);
        Answer answer = requests.send(call, push, "manifest " + Shown.quoted(tagOrDigest));
        if (!answer.isSuccess() || answer.isHtml()) {
            throwUnlessThere(manifest, tagOrDigest, answer);
            return;
        }
        try (answer) {
            RepositoryWriter.checkIsSame(answer, manifest.digest(), requests.refusal(push));
        }
    }

    /** A tag that must not move is refused even where it stays. */
    private void throwUnlessThere(Document<?> manifest, String tag, Answer answer) throws IOException {
        LayeredFailure refused = requests.refusal(push).of(answer, "manifest " + Shown.quoted(tag));
        boolean isConflict = !answer.isSuccess() && (CONFLICT.contains(answer.status()) || isAboutMoving(refused));
        if (!isConflict) {
            throw refused;
        }
        Optional<Digest> stands = found(tag);
        if (stands.isEmpty()) {
            throw refused;
        }
        if (!stands.get().equals(manifest.digest())) {
            throw requests.refusal(push)
                    .failure(
                            "registry-tag-taken",
                            "The tag " + Shown.quoted(tag) + " stands for " + stands.get()
                                    + " and the registry does not let it stand for " + manifest.digest() + ".",
                            answer,
                            "choose another tag, or let the registry's tags be moved");
        }
    }

    private static boolean isAboutMoving(LayeredFailure refused) {
        String said = refused.problems().get(0).what().toLowerCase(Locale.ROOT);
        return said.contains("immutable") || said.contains("overwrit") || said.contains("already exists");
    }
}
