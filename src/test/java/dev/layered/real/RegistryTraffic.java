package dev.layered.real;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Requests to a registry, and what they moved. */
public final class RegistryTraffic {

    private final List<RegistryRequest> requests;

    RegistryTraffic(List<RegistryRequest> requests) {
        this.requests = List.copyOf(requests);
    }

    /** Returns how many requests of each kind there were, such as {@code HEAD blob 200}, in alphabetical order. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        requests.forEach(request ->
                counts.merge(request.method() + " " + request.kind() + " " + request.status(), 1, Integer::sum));
        return counts;
    }

    /** Returns the digests of the blobs that were uploaded, as often as they were. */
    public List<String> uploaded() {
        return requests.stream().flatMap(request -> request.uploaded().stream()).toList();
    }

    /** Returns how many bytes of blobs were sent. */
    public long blobBytes() {
        return bytesUp("upload") + bytesUp("mount") + bytesUp("blob");
    }

    /** Returns how many bytes of manifests and indexes were sent. */
    public long manifestBytes() {
        return bytesUp("manifest") + bytesUp("tag");
    }

    private long bytesUp(String kind) {
        return requests.stream()
                .filter(request -> request.kind().equals(kind))
                .mapToLong(RegistryRequest::up)
                .sum();
    }

    /** Returns how many bytes of blobs were fetched. */
    public long fetchedBlobBytes() {
        return requests.stream()
                .filter(request -> request.kind().equals("blob"))
                .mapToLong(RegistryRequest::down)
                .sum();
    }

    /** Returns all requests, one in a line. */
    @Override
    public String toString() {
        return requests.stream().map(RegistryRequest::toString).collect(Collectors.joining("\n"));
    }
}
