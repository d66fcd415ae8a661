package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.image.ImageFormat;
import dev.layered.layer.Compression;
import dev.layered.layer.Compression.Method;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.CompressionChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The elements {@code <compression>} of the image and of each {@code <depLayer>}. */
public final class CompressionWords {

    private final ImageFormat format;

    private CompressionWords(ImageFormat format) {
        this.format = format;
    }

    /**
     * Returns the choice; notes {@code word-unknown}, {@code compression-level} and {@code compression-format}, and then
     * returns the usual one.
     *
     * @param format of the image, which may have no name for such layers
     */
    public static CompressionChoice read(
            String usual, List<DepLayerParameters> layers, ImageFormat format, Reading configuration) {
        CompressionWords words = new CompressionWords(format);
        Compression image = words.read(usual, configuration.at("compression"));
        Map<String, Compression> own = new HashMap<>();
        List<DepLayerParameters> given = Unset.none(layers);
        for (int i = 0; i < given.size(); i++) {
            DepLayerParameters layer = given.get(i);
            if (layer.compression != null) {
                Reading place = configuration.at("depLayers").item(i).at("compression");
                own.put(String.valueOf(layer.name).strip(), words.read(layer.compression, place));
            }
        }
        return new CompressionChoice(image, own);
    }

    private Compression read(String text, Reading place) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        Method method = Method.values()[Method.words().indexOf(Words.read("compression", word, Method.words(), place))];
        Compression read = Compression.of(method.word());
        if (colon >= 0 && word.strip().equalsIgnoreCase(method.word())) {
            read = leveled(method, text.substring(colon + 1).strip(), place);
        }
        if (read.method() == Method.ZSTD && format == ImageFormat.DOCKER) {
            place.mistake(
                    "compression-format",
                    "Docker's format has no layers in Zstandard.",
                    "write gzip or none, or write the image in the OCI format:"
                            + " <container><format>OCI</format></container>");
        }
        return read;
    }

    private static Compression leveled(Method method, String level, Reading place) {
        try {
            return Compression.of(method.word() + ":" + level);
        } catch (IllegalArgumentException e) {
            boolean hasLevels = method == Method.ZSTD;
            place.mistake(
                    "compression-level",
                    hasLevels
                            ? Shown.quoted(level) + " is no level of zstd."
                            : method == Method.NONE ? "none has no levels." : "gzip has one level alone.",
                    hasLevels
                            ? "write one from zstd:1 to zstd:" + Compression.HIGHEST + "; zstd alone is "
                                    + Compression.ZSTD.word()
                            : "write " + method.word() + ", or choose among the levels of zstd, e.g. zstd:3");
            return Compression.of(method.word());
        }
    }
}
