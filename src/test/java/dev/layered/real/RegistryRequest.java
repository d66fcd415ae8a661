package dev.layered.real;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request to a registry as it was answered.
 *
 * @param target path and query
 * @param up bytes of its body
 * @param down bytes of the answer's body
 */
record RegistryRequest(String method, String target, int status, long up, long down) {

    private static final Pattern DIGEST = Pattern.compile("[?&]digest=([^&]+)");
    private static final Pattern REPOSITORY = Pattern.compile("/v2/(.+)/(?:manifests|blobs)/.*");

    /** Returns what it is about: {@code api}, {@code tag}, {@code manifest}, {@code blob}, {@code mount}, {@code upload}. */
    String kind() {
        if (target.contains("/blobs/uploads/")) {
            return target.contains("mount=") ? "mount" : "upload";
        }
        if (target.contains("/blobs/")) {
            return "blob";
        }
        if (target.contains("/manifests/")) {
            return target.contains("/manifests/sha256:") ? "manifest" : "tag";
        }
        return "api";
    }

    /** Returns the blob that it ended the upload of. */
    Optional<String> uploaded() {
        Matcher digest = DIGEST.matcher(target);
        boolean isEnd = method.equals("PUT") && kind().equals("upload") && status == 201 && digest.find();
        return isEnd ? Optional.of(URLDecoder.decode(digest.group(1), StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** Returns the repository; empty where the request is about none. */
    String repository() {
        Matcher path = REPOSITORY.matcher(target);
        return path.matches() ? path.group(1) : "";
    }

    @Override
    public String toString() {
        return method + " " + target + " -> " + status + ", " + up + " B up, " + down + " B down";
    }
}
