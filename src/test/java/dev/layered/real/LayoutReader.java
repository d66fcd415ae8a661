package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an OCI image layout and believes nothing: every blob that is reached is hashed and measured.
 *
 * <p>Written from the specification and without the plugin's classes, so that the two cannot share a mistake.
 */
public final class LayoutReader {

    private final Path layout;
    private final Map<String, Object> top;
    private final Map<String, PlatformImage> images = new LinkedHashMap<>();
    private final Set<String> reached = new TreeSet<>();

    private LayoutReader(Path layout) throws IOException {
        this(layout, only(layout));
    }

    private LayoutReader(Path layout, Map<String, Object> top) throws IOException {
        this.layout = layout;
        this.top = top;
        expect(
                "1.0.0".equals(Json.read(layout.resolve("oci-layout")).get("imageLayoutVersion")),
                "oci-layout does not say version 1.0.0");
        Map<String, Object> document = Json.read(blob(top));
        if (document.containsKey("manifests")) {
            for (Map<String, Object> child : Json.asMaps(document.get("manifests"))) {
                addImage(child);
            }
        } else {
            addImage(top);
        }
    }

    private static Map<String, Object> only(Path layout) throws IOException {
        List<Map<String, Object>> named = named(layout);
        expect(named.size() == 1, "index.json holds " + named.size() + " descriptors, not one");
        return named.get(0);
    }

    private static List<Map<String, Object>> named(Path layout) throws IOException {
        return Json.asMaps(Json.read(layout.resolve("index.json")).get("manifests"));
    }

    /** Reads and checks a layout of several images, by their names; each of its blobs must be reached from one of them. */
    public static Map<String, LayoutReader> all(Path layout) throws IOException {
        Map<String, LayoutReader> all = new LinkedHashMap<>();
        Set<String> reached = new TreeSet<>();
        for (Map<String, Object> top : named(layout)) {
            LayoutReader reader = new LayoutReader(layout, top);
            expect(all.put(reader.refName(), reader) == null, "two images are called " + reader.refName());
            reached.addAll(reader.reached);
        }
        Set<String> present = new TreeSet<>(BlobFiles.in(layout));
        expect(reached.equals(present), "blobs are " + present + ", but reached were " + reached);
        return all;
    }

    /** Reads and checks the layout in the directory; each of its blobs must be reached from its one image. */
    public static LayoutReader of(Path layout) throws IOException {
        LayoutReader reader = new LayoutReader(layout);
        Set<String> present = new TreeSet<>(BlobFiles.in(layout));
        expect(reader.reached.equals(present), "blobs are " + present + ", but reached were " + reader.reached);
        return reader;
    }

    /** Reads and checks the layout that a run left which failed: there may be blobs for the image that it did not make. */
    public static LayoutReader ofFailedRun(Path layout) throws IOException {
        BlobFiles.in(layout);
        return new LayoutReader(layout);
    }

    /** Returns the digest of what the layout's name points to, with its algorithm. */
    public String digest() {
        return (String) top.get("digest");
    }

    /** Returns the media type of what the layout's name points to. */
    public String mediaType() {
        return (String) top.get("mediaType");
    }

    /** Returns the name that tools call the image by. */
    public String refName() {
        return (String) Json.asMap(top.get("annotations")).get("org.opencontainers.image.ref.name");
    }

    /** Returns the images by platform, in the order of the index. */
    public Map<String, PlatformImage> images() {
        return Collections.unmodifiableMap(images);
    }

    /** Returns the blob of a descriptor after hashing and measuring it. */
    Path blob(Map<String, Object> descriptor) throws IOException {
        String digest = (String) descriptor.get("digest");
        expect(digest.matches("sha256:[0-9a-f]{64}"), "not a digest: " + digest);
        String hex = digest.substring("sha256:".length());
        Path blob = layout.resolve("blobs/sha256").resolve(hex);
        expect(Files.size(blob) == (Long) descriptor.get("size"), "another size than announced: " + digest);
        expect(!reached.add(hex) || Sha256.of(blob).equals(hex), "damaged blob " + digest);
        return blob;
    }

    private void addImage(Map<String, Object> descriptor) throws IOException {
        PlatformImage image = new PlatformImage(this, Json.read(blob(descriptor)));
        Map<String, Object> platform = Json.asMap(descriptor.get("platform"));
        expect(
                platform.isEmpty() || image.platform().equals(platformName(platform)),
                "the index calls " + platform + " what its config calls " + image.platform());
        expect(images.put(image.platform(), image) == null, "two images for " + image.platform());
    }

    /** Returns os/architecture[/variant] of an index entry's platform or of an image config. */
    static String platformName(Map<String, Object> platform) {
        return Stream.of("os", "architecture", "variant")
                .filter(platform::containsKey)
                .map(part -> (String) platform.get(part))
                .collect(Collectors.joining("/"));
    }

    static void expect(boolean right, String otherwise) {
        if (!right) {
            throw new AssertionError(otherwise);
        }
    }
}
