package dev.layered.plan;

import dev.layered.image.Digest;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an image says of itself where the user does not: labels and annotations with the names that the OCI image spec
 * predefines (annotations.md).
 *
 * @param values by name
 * @param isWhole whether it also names the base image, and takes over nothing that the base says of itself
 */
public record ImageInfo(Map<String, String> values, boolean isWhole) {

    /** What the predefined names begin with. */
    public static final String PREFIX = "org.opencontainers.image.";

    /** The name of the base image. */
    public static final String BASE_NAME = PREFIX + "base.name";

    /** What that name stood for. */
    public static final String BASE_DIGEST = PREFIX + "base.digest";

    /** Says nothing. */
    public static final ImageInfo NONE = new ImageInfo(Map.of(), false);

    /** Returns this with the base image named, where that is wanted; {@code digest} is what the name stood for. */
    public ImageInfo on(String base, Digest digest) {
        if (!isWhole) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(values);
        more.put(BASE_NAME, base);
        more.put(BASE_DIGEST, digest.text());
        return new ImageInfo(more, true);
    }

    /**
     * Returns labels or annotations by name: what is left of inherited ones, this, and what the user wants, each in place
     * of the former. A predefined name that the user gives no value is left out.
     */
    public Map<String, String> between(Map<String, String> inherited, Map<String, String> wanted) {
        Map<String, String> all = new TreeMap<>(inherited);
        if (isWhole) {
            all.keySet().removeIf(ImageInfo::isPredefined);
        }
        all.putAll(values);
        all.putAll(wanted);
        wanted.forEach((name, value) -> {
            if (isPredefined(name) && value.isEmpty()) {
                all.remove(name);
            }
        });
        return all;
    }

    private static boolean isPredefined(String name) {
        return name.startsWith(PREFIX);
    }
}
