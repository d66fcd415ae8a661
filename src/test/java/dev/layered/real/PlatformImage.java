package dev.layered.real;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The image of one platform: what its manifest and its config say, and its layers, the lowest first. */
public final class PlatformImage {

    private final Map<String, Object> config;
    private final List<ImageLayer> layers = new ArrayList<>();

    PlatformImage(LayoutReader layout, Map<String, Object> manifest) throws IOException {
        this.config = Json.read(layout.blob(Json.asMap(manifest.get("config"))));
        List<Map<String, Object>> descriptors = Json.asMaps(manifest.get("layers"));
        List<String> diffIds = Json.asTexts(Json.asMap(config.get("rootfs")).get("diff_ids"));
        List<Map<String, Object>> history = Json.asMaps(config.get("history")).stream()
                .filter(entry -> !Boolean.TRUE.equals(entry.get("empty_layer")))
                .toList();
        LayoutReader.expect(
                descriptors.size() == diffIds.size() && descriptors.size() == history.size(),
                descriptors.size() + " layers, " + diffIds.size() + " diffIDs, " + history.size() + " history entries");
        for (int i = 0; i < descriptors.size(); i++) {
            layers.add(ImageLayer.of(layout, descriptors.get(i), diffIds.get(i), history.get(i)));
        }
    }

    /** Returns os/architecture[/variant]. */
    public String platform() {
        return LayoutReader.platformName(config);
    }

    /** Returns what the config says of running the image: Entrypoint, Env, User, Labels, ... */
    public Map<String, Object> run() {
        return Json.asMap(config.get("config"));
    }

    /** Returns all layers, the base's as well, the lowest first. */
    public List<ImageLayer> layers() {
        return List.copyOf(layers);
    }

    /** Returns the names of the layers that the plugin made, the lowest first. */
    public List<String> layerNames() {
        return layers.stream().filter(ImageLayer::isOurs).map(ImageLayer::name).toList();
    }

    /** Returns the jars of each layer that has some, by the layer's name, the lowest first. */
    public Map<String, List<String>> jars() {
        Map<String, List<String>> jars = new LinkedHashMap<>();
        layers.stream()
                .filter(layer -> layer.isOurs() && !layer.jars().isEmpty())
                .forEach(layer -> jars.put(layer.name(), layer.jars()));
        return jars;
    }

    /** Returns the layer of that name that the plugin made. */
    public ImageLayer layer(String name) {
        return layers.stream()
                .filter(layer -> layer.isOurs() && layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no layer '" + name + "' among " + layerNames()));
    }

    /** Returns the files of the plugin's layers by their path in the image, the upper one where two have it. */
    public Map<String, LayerFile> files() {
        Map<String, LayerFile> files = new TreeMap<>();
        layers.stream().filter(ImageLayer::isOurs).forEach(layer -> files.putAll(layer.files()));
        return files;
    }
}
