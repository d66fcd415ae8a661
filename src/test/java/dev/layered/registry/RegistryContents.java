package dev.layered.registry;

import dev.layered.image.Digest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The repositories of a server of the tests, in memory, and the verbs of the OCI distribution spec on them. */
public final class RegistryContents {

    private static final Pattern PATH =
            Pattern.compile("/v2/(.+)/(manifests|referrers|blobs/uploads|blobs)(?:/([^/]*))?");

    /** A manifest as it was put. */
    private record Stored(String mediaType, byte[] bytes) {}

    /** A request, its body not yet read. */
    record Asked(String method, String path, Map<String, String> query, Map<String, String> headers, Body body) {

        interface Body {
            byte[] read() throws IOException;
        }

        String parameter(String name) {
            return query.getOrDefault(name, "");
        }
    }

    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, Stored> manifests = new ConcurrentHashMap<>();
    private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile boolean immutable;

    /** Puts a blob there. */
    public RegistryContents blob(String repository, byte[] bytes) {
        blobs.put(repository + "@" + Digest.of(bytes), bytes);
        return this;
    }

    /** Loses a blob. */
    public void lose(String repository, Digest digest) {
        blobs.remove(repository + "@" + digest);
    }

    /** Puts a manifest there, by its digest and under a tag. */
    public RegistryContents manifest(String repository, String tag, String mediaType, byte[] bytes) {
        manifests.put(repository + ":" + tag, new Stored(mediaType, bytes));
        manifests.put(repository + ":" + Digest.of(bytes), new Stored(mediaType, bytes));
        return this;
    }

    /** Lets nobody move a tag from now on. */
    public void makeTagsImmutable() {
        immutable = true;
    }

    /** Returns a blob. */
    public Optional<byte[]> blob(String repository, Digest digest) {
        return Optional.ofNullable(blobs.get(repository + "@" + digest));
    }

    /** Returns a manifest. */
    public Optional<byte[]> manifest(String repository, String tagOrDigest) {
        return Optional.ofNullable(manifests.get(repository + ":" + tagOrDigest))
                .map(Stored::bytes);
    }

    /** Returns how many uploads have begun and neither ended nor been given up. */
    public int openUploads() {
        return uploads.size();
    }

    Reply reply(Asked asked) throws IOException {
        Matcher path = PATH.matcher(asked.path());
        if (!path.matches()) {
            return asked.path().equals("/v2/") ? Reply.of(200) : Reply.of(404);
        }
        String repository = path.group(1);
        String last = Optional.ofNullable(path.group(3)).orElse("");
        return switch (path.group(2)) {
            case "manifests" -> manifest(asked, repository, last);
            case "blobs" -> blob(asked, repository, last);
            case "blobs/uploads" -> upload(asked, repository, last);
            default -> Reply.of(404);
        };
    }

    private Reply manifest(Asked asked, String repository, String reference) throws IOException {
        String key = repository + ":" + reference;
        if (!asked.method().equals("PUT")) {
            Stored stored = manifests.get(key);
            return stored == null
                    ? Reply.error(404, "MANIFEST_UNKNOWN", "manifest unknown")
                    : Reply.of(200)
                            .with("Content-Type", stored.mediaType())
                            .with(
                                    "Docker-Content-Digest",
                                    Digest.of(stored.bytes()).text())
                            .body(stored.bytes());
        }
        byte[] bytes = asked.body().read();
        if (immutable && manifests.containsKey(key) && !reference.contains(":")) {
            return Reply.error(400, "TAG_INVALID", "the tag is immutable");
        }
        manifest(repository, reference, asked.headers().get("Content-type"), bytes);
        return Reply.of(201).with("Docker-Content-Digest", Digest.of(bytes).text());
    }

    private Reply blob(Asked asked, String repository, String digest) {
        byte[] bytes = blobs.get(repository + "@" + digest);
        if (bytes == null) {
            return Reply.error(404, "BLOB_UNKNOWN", "blob unknown");
        }
        Reply whole = Reply.of(200).with("Content-Type", "application/octet-stream");
        String range = asked.headers().getOrDefault("Range", "");
        if (range.isEmpty()) {
            return whole.body(bytes);
        }
        int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
        return new Reply(206, whole.headers(), Arrays.copyOfRange(bytes, from, bytes.length))
                .with("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
    }

    private Reply upload(Asked asked, String repository, String session) throws IOException {
        return switch (asked.method()) {
            case "POST" -> begin(asked, repository);
            case "PATCH" -> {
                if (uploads.getOrDefault(session, new byte[1]).length > 0) {
                    yield Reply.error(404, "BLOB_UPLOAD_INVALID", "the upload has content already");
                }
                uploads.put(session, asked.body().read());
                yield Reply.of(202).with("Location", "/v2/" + repository + "/blobs/uploads/" + session);
            }
            case "PUT" -> end(asked, repository, session);
            case "DELETE" -> Reply.of(uploads.remove(session) == null ? 404 : 204);
            default -> Reply.of(405);
        };
    }

    private Reply begin(Asked asked, String repository) {
        byte[] mounted = blobs.get(asked.parameter("from") + "@" + asked.parameter("mount"));
        if (mounted != null) {
            blob(repository, mounted);
            return Reply.of(201).with("Docker-Content-Digest", asked.parameter("mount"));
        }
        String session = "session-" + sessions.incrementAndGet();
        uploads.put(session, new byte[0]);
        return Reply.of(202).with("Location", "/v2/" + repository + "/blobs/uploads/" + session + "?_state=secret");
    }

    private Reply end(Asked asked, String repository, String session) throws IOException {
        byte[] before = uploads.get(session);
        byte[] sent = asked.body().read();
        if (before == null) {
            return Reply.error(404, "BLOB_UPLOAD_UNKNOWN", "no such upload");
        }
        byte[] bytes = before.length > 0 ? before : sent;
        if (!Digest.of(bytes).text().equals(asked.parameter("digest"))) {
            return Reply.error(400, "DIGEST_INVALID", "the content has another digest");
        }
        uploads.remove(session);
        blob(repository, bytes);
        return Reply.of(201).with("Docker-Content-Digest", Digest.of(bytes).text());
    }
}
