package dev.layered.real;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** {@code image.plan.json}, read by what the documentation says of it. */
final class PlanFile {

    private static final String USUAL_TIME = "1970-01-01T00:00:01Z";

    private final Map<String, Object> plan;

    PlanFile(Path file) throws IOException {
        this.plan = Json.read(file);
    }

    /** Returns the name of the image. */
    String reference() {
        return (String) Json.asMap(plan.get("settings")).get("reference");
    }

    /** Returns what the layers of that platform hold together. */
    FileTree files(String platform) {
        Map<String, TreeFile> files = new TreeMap<>();
        for (Map<String, Object> of : Json.asMaps(plan.get("platforms"))) {
            if (of.get("platform").equals(platform)) {
                Json.asMaps(of.get("layers")).forEach(layer -> files.putAll(entries(layer)));
            }
        }
        LayoutReader.expect(!files.isEmpty(), "the plan has no files for " + platform);
        return new FileTree(files);
    }

    private Map<String, TreeFile> entries(Map<String, Object> named) {
        Map<String, TreeFile> files = new TreeMap<>();
        for (Map<String, Object> layer : Json.asMaps(plan.get("layers"))) {
            if (layer.get("name").equals(named.get("name")) && layer.get("key").equals(named.get("key"))) {
                Json.asMaps(layer.get("entries")).forEach(entry -> files.put((String) entry.get("path"), file(entry)));
            }
        }
        LayoutReader.expect(!files.isEmpty(), "the plan has no entries of " + named);
        return files;
    }

    private static TreeFile file(Map<String, Object> entry) {
        TreeFile.Kind other = entry.containsKey("link") ? TreeFile.Kind.LINK : TreeFile.Kind.FOLDER;
        return new TreeFile(
                entry.containsKey("digest") ? TreeFile.Kind.FILE : other,
                Integer.parseInt((String) entry.get("mode"), 8),
                (String) entry.getOrDefault("owner", "0:0"),
                Instant.parse((String) entry.getOrDefault("time", USUAL_TIME)),
                (String) entry.getOrDefault("link", ""),
                ((String) entry.getOrDefault("digest", "")).replace("sha256:", ""));
    }
}
