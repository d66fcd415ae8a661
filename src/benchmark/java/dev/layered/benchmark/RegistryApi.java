package dev.layered.benchmark;

import dev.layered.real.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** The few requests to a registry that the benchmark itself makes, for one repository. */
final class RegistryApi {

    private static final String ACCEPT = "application/vnd.oci.image.index.v1+json,"
            + "application/vnd.oci.image.manifest.v1+json,"
            + "application/vnd.docker.distribution.manifest.v2+json,"
            + "application/vnd.docker.distribution.manifest.list.v2+json";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    RegistryApi(String host, String repository) {
        this.root = "http://" + host + "/v2/" + repository;
    }

    /** Returns the size of each blob of the image of that tag, by digest; of the first platform where there are several. */
    Map<String, Long> blobs(String tag) throws IOException {
        Map<String, Object> manifest = manifest(tag);
        if (manifest.containsKey("manifests")) {
            manifest = manifest((String) Json.asMaps(manifest.get("manifests")).get(0).get("digest"));
        }
        Map<String, Long> blobs = new LinkedHashMap<>();
        Map<String, Object> config = Json.asMap(manifest.get("config"));
        blobs.put((String) config.get("digest"), (Long) config.get("size"));
        for (Map<String, Object> layer : Json.asMaps(manifest.get("layers"))) {
            blobs.put((String) layer.get("digest"), (Long) layer.get("size"));
        }
        return blobs;
    }

    void putBlob(String digest, byte[] content) throws IOException {
        HttpResponse<String> begun = send(request(root + "/blobs/uploads/").POST(BodyPublishers.noBody()), 202);
        String where = begun.headers().firstValue("location").orElseThrow();
        send(
                request(where + (where.contains("?") ? "&" : "?") + "digest=" + digest)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(content)),
                201);
    }

    void putManifest(String reference, String type, byte[] content) throws IOException {
        send(
                request(root + "/manifests/" + reference)
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(content)),
                201);
    }

    private Map<String, Object> manifest(String reference) throws IOException {
        return Json.parse(send(request(root + "/manifests/" + reference).header("Accept", ACCEPT), 200)
                .body());
    }

    private static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) throws IOException {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IOException(answer + " " + answer.body());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + root, e);
        }
    }
}
