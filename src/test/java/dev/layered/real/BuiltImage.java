package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the goal left under target/layered of a project; reading it checks that its parts agree. */
public final class BuiltImage {

    private final LayoutReader layout;
    private final String digest;

    private BuiltImage(LayoutReader layout, Path output) throws IOException {
        this.layout = layout;
        this.digest = Files.readString(output.resolve("image.digest")).strip();
        LayoutReader.expect(
                digest.equals(layout.digest()), "image.digest is " + digest + ", the layout's is " + layout.digest());
        LayoutReader.expect(layout.refName() != null, "the image has no name in index.json");
        for (String report : List.of("image.json", "plan.json")) {
            LayoutReader.expect(!Json.read(output.resolve(report)).isEmpty(), report + " says nothing");
        }
    }

    /** Reads the image of the module in that directory; there must be nothing in it but the application. */
    public static BuiltImage of(File module) throws IOException {
        BuiltImage built = withExtras(module);
        built.layout.images().values().forEach(BuiltImage::checkFiles);
        return built;
    }

    /** Reads the image of the module in that directory, whatever files are in it. */
    public static BuiltImage withExtras(File module) throws IOException {
        Path output = module.toPath().resolve("target/layered");
        return new BuiltImage(LayoutReader.of(output.resolve("image")), output);
    }

    /** Reads the images of the module in that directory by their names; the first is the default one. */
    public static Map<String, BuiltImage> variants(File module) throws IOException {
        Path output = module.toPath().resolve("target/layered");
        Map<String, BuiltImage> variants = new LinkedHashMap<>();
        for (LayoutReader layout : LayoutReader.all(output.resolve("image")).values()) {
            String name = layout.refName().replaceAll(".*-", "");
            Path told = variants.isEmpty() ? output : output.resolve("variants").resolve(name);
            variants.put(name, new BuiltImage(layout, told));
        }
        return variants;
    }

    /** Returns the digest of what the tag names. */
    public String digest() {
        return digest;
    }

    /** Returns the name that tools call the image by. */
    public String refName() {
        return layout.refName();
    }

    /** Whether the tag names an index, and not the manifest of a single platform. */
    public boolean isIndex() {
        return layout.mediaType().equals("application/vnd.oci.image.index.v1+json");
    }

    /** Returns the platforms in the order of the index. */
    public List<String> platforms() {
        return List.copyOf(layout.images().keySet());
    }

    /** Returns the image of that platform. */
    public PlatformImage image(String platform) {
        PlatformImage image = layout.images().get(platform);
        LayoutReader.expect(image != null, "no image for " + platform + " among " + platforms());
        return image;
    }

    /** Returns the image where there is one platform only. */
    public PlatformImage image() {
        LayoutReader.expect(platforms().size() == 1, "not one platform: " + platforms());
        return image(platforms().get(0));
    }

    private static void checkFiles(PlatformImage image) {
        for (LayerFile file : image.files().values()) {
            LayoutReader.expect(file.path().startsWith("/app/"), "outside of /app: " + file);
            LayoutReader.expect(file.owner().equals("0:0"), "not owned by root: " + file);
            LayoutReader.expect(
                    file.isDirectory() ? file.mode() == 0755 : file.mode() == 0644 || file.mode() == 0755,
                    "rights depend on the machine: " + file);
        }
    }
}
