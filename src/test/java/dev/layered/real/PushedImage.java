package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a push told in {@code push.json}. */
public final class PushedImage {

    private final Map<String, Object> told;

    private PushedImage(Map<String, Object> told) {
        this.told = told;
    }

    /** Reads what was told of the module in that directory. */
    public static PushedImage of(File module) throws IOException {
        return new PushedImage(Json.read(module.toPath().resolve("target/layered/push.json")));
    }

    /** Returns the digest of what the tags name. */
    public String digest() {
        return (String) told.get("digest");
    }

    /** Returns the sizes of the blobs that were uploaded, by digest. */
    public Map<String, Long> uploaded() {
        return in("uploaded").stream()
                .collect(Collectors.toMap(blob -> (String) blob.get("digest"), blob -> (Long) blob.get("size")));
    }

    /** Returns the sum of these sizes, which is what the push told that it sent. */
    public long bytesUploaded() {
        long sum = uploaded().values().stream().mapToLong(Long::longValue).sum();
        LayoutReader.expect(told.get("sent").equals(sum), "sent is " + told.get("sent") + ", the blobs have " + sum);
        return sum;
    }

    /** Returns the digests of the blobs that came so: {@code there}, {@code mounted}, {@code uploaded}. */
    public List<String> digests(String way) {
        return in(way).stream().map(blob -> (String) blob.get("digest")).toList();
    }

    private List<Map<String, Object>> in(String way) {
        return Json.asMaps(told.get("blobs")).stream()
                .filter(blob -> blob.get("way").equals(way))
                .toList();
    }
}
