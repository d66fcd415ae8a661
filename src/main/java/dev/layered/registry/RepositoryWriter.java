package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Puts blobs into one repository (OCI distribution spec, "Push"). Thread-safe. */
final class RepositoryWriter {

    /** A registry that takes no content with the request that ends an upload says so by one of these. */
    private static final Set<Integer> NO_CONTENT_AT_THE_END = Set.of(405, 411, 415, 501);

    private final RepositoryRequests requests;
    private final RepositoryReader reader;
    private final Scope push;
    private volatile boolean inTwo;

    RepositoryWriter(RepositoryRequests requests, RepositoryReader reader) {
        this.requests = requests;
        this.reader = reader;
        this.push = Scope.push(requests.repository());
    }

    /**
     * Returns whether the content was sent; false where the repository had it.
     *
     * @param isAbsent whether the repository was just seen not to have it
     */
    boolean put(Blob blob, boolean isAbsent, TransferLog progress) {
        Descriptor descriptor = blob.descriptor();
        Retry retry = requests.retry("upload of " + descriptor.digest() + " to " + requests.name());
        return retry.run(() -> {
            if ((!isAbsent || retry.isRepeated()) && reader.has(descriptor)) {
                // after a failed attempt the registry may have it because of that attempt
                return retry.isRepeated();
            }
            upload(blob, progress);
            return true;
        });
    }

    private void upload(Blob blob, TransferLog progress) throws IOException {
        String subject = subject(blob);
        try (SentBody body = SentBody.of(blob, progress)) {
            upload(blob.descriptor(), body, subject);
        }
    }

    private void upload(Descriptor blob, SentBody body, String subject) throws IOException {
        if (!inTwo) {
            HttpCall whole = end(begin(subject), blob).sending(body);
            Answer answer = requests.send(whole, push, subject);
            if (!NO_CONTENT_AT_THE_END.contains(answer.status())) {
                checkIsStored(answer, blob, subject);
                return;
            }
            answer.close();
            inTwo = true;
        }
        HttpCall content = HttpCall.of("PATCH", begin(subject)).sending(body);
        try (Answer answer = requests.send(content, push, subject)) {
            HttpCall end = end(location(answer, 202, subject), blob)
                    .sending(SentBody.of("application/octet-stream", new byte[0]));
            checkIsStored(requests.send(end, push, subject), blob, subject);
        }
    }

    private static String subject(Blob blob) {
        return "blob " + blob.descriptor().digest() + " (" + blob.descriptor().size() + " bytes, "
                + Shown.text(blob.source()) + ")";
    }

    /** Begins an upload and returns where its content goes. */
    private URI begin(String subject) throws IOException {
        HttpCall call = requests.call("POST", "blobs/uploads/");
        try (Answer answer = requests.send(call, push, subject)) {
            return location(answer, 202, subject);
        }
    }

    private URI location(Answer answer, int status, String subject) throws IOException {
        if (answer.status() != status) {
            throw requests.refusal(push).of(answer, subject);
        }
        Optional<String> location = answer.header("Location");
        if (location.isEmpty()) {
            throw requests.refusal(push).notRegistry(answer, "the registry sent no Location");
        }
        return Address.resolve(answer.call().uri(), location.get())
                .orElseThrow(() ->
                        requests.refusal(push).notRegistry(answer, "a Location that is no address, " + location.get()));
    }

    private static HttpCall end(URI location, Descriptor blob) {
        String digest = URLEncoder.encode(blob.digest().text(), StandardCharsets.UTF_8);
        return HttpCall.of("PUT", Address.withQuery(location, "digest=" + digest));
    }

    private void checkIsStored(Answer answer, Descriptor blob, String subject) throws IOException {
        if (!answer.isSuccess() || answer.isHtml()) {
            throw requests.refusal(push).of(answer, subject);
        }
        try (answer) {
            checkIsSame(answer, blob.digest(), requests.refusal(push));
        }
    }

    static void checkIsSame(Answer answer, Digest sent, Refusal refusal) {
        Optional<Digest> stored = RepositoryReader.digest(answer);
        if (stored.isPresent() && !stored.get().equals(sent)) {
            throw refusal.failure(
                    "registry-digest",
                    "The registry took " + sent + " for " + stored.get() + ".",
                    answer,
                    "try again later, or ask who runs the registry or the proxy before it");
        }
    }

    /**
     * Returns whether the repository has the blob now, taken from another one of the same registry; what may pass is tried
     * once more.
     */
    boolean mount(Descriptor blob, String from) {
        Scope scope = new Scope(requests.repository(), true, Optional.of(from));
        String query = "mount=" + URLEncoder.encode(blob.digest().text(), StandardCharsets.UTF_8) + "&from="
                + URLEncoder.encode(from, StandardCharsets.UTF_8);
        try {
            return requests.retry("mount of " + blob.digest() + " into " + requests.name())
                    .atMost(2)
                    .run(() -> mount(blob, query, scope));
        } catch (LayeredFailure e) {
            return false;
        }
    }

    private boolean mount(Descriptor blob, String query, Scope scope) throws IOException {
        HttpCall call = requests.call("POST", "blobs/uploads/");
        HttpCall mount = call.at(Address.withQuery(call.uri(), query));
        try (Answer answer = requests.send(mount, scope, "blob " + blob.digest())) {
            if (answer.status() == 202) {
                cancel(answer);
            }
            return answer.status() == 201;
        }
    }

    /** A registry that does not mount begins an upload instead; where it is not given up, the registry does so in time. */
    private void cancel(Answer answer) {
        try {
            HttpCall call = HttpCall.of("DELETE", location(answer, 202, "upload"));
            requests.send(call, push, "upload").close();
        } catch (IOException | LayeredFailure e) {
            // the blob is put all the same
        }
    }
}
