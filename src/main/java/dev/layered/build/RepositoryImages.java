package dev.layered.build;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.image.Image;
import dev.layered.image.ImageConfig;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.json.JsonObject;
import dev.layered.registry.ImageRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The images that a tag or a digest stands for in a repository, with their configs. */
final class RepositoryImages {

    private static final int LARGEST_CONFIG = 4 << 20;

    private RepositoryImages() {}

    /** Returns the images; none where the repository has no such tag. */
    static List<Image> of(ImageRepository repository, String tagOrDigest) {
        Optional<Document<JsonObject>> named = repository.manifest(tagOrDigest);
        List<Image> images = new ArrayList<>();
        if (named.isPresent() && MediaType.isIndex(named.get().descriptor().mediaType())) {
            for (Descriptor child : OciJson.index(
                            named.get().bytes(), repository.reference().toString())
                    .value()
                    .manifests()) {
                if (MediaType.isManifest(child.mediaType())) {
                    repository.manifest(child.digest().text()).ifPresent(found -> add(found, repository, images));
                }
            }
        } else {
            named.ifPresent(found -> add(found, repository, images));
        }
        return images;
    }

    private static void add(Document<JsonObject> found, ImageRepository repository, List<Image> images) {
        String source = repository.reference().toString();
        Document<Manifest> manifest = OciJson.manifest(found.bytes(), source);
        Descriptor config = manifest.value().config();
        if (!MediaType.isConfig(config.mediaType()) || config.size() > LARGEST_CONFIG) {
            return;
        }
        try {
            byte[] bytes = repository.read(config, content -> content.readAllBytes());
            Document<ImageConfig> read = OciJson.config(bytes, config.mediaType(), source);
            List<Blob> layers =
                    manifest.value().layers().stream().map(repository::blob).toList();
            images.add(new Image(manifest, read, layers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
