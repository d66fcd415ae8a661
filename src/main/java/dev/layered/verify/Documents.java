package dev.layered.verify;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Image;
import dev.layered.image.ImageCheck;
import dev.layered.image.Index;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares indexes, manifests and configs with each other; their bytes were compared when they were read. */
final class Documents {

    private Documents() {}

    static void check(StoredImage stored, Check check) {
        List<Image> images = stored.images().stream().map(PlatformImage::image).toList();
        check.saw(stored.indexes().size(), "indexes");
        check.saw(images.size(), "manifests");
        check.saw(images.size(), "configs");
        ImageCheck compared = new ImageCheck();
        if (!stored.indexes().isEmpty()) {
            compared.index(index(stored, images), images);
        }
        images.forEach(compared::image);
        compared.faults().forEach(check::fault);
    }

    /** Returns the outermost index with the images of all nested ones, without attestations and other artifacts. */
    private static Index index(StoredImage stored, List<Image> images) {
        Set<Digest> digests =
                images.stream().map(image -> image.manifest().digest()).collect(Collectors.toSet());
        List<Descriptor> manifests = stored.indexes().stream()
                .flatMap(index -> index.value().manifests().stream())
                .filter(manifest -> digests.contains(manifest.digest()))
                .toList();
        Index outermost = stored.indexes().get(0).value();
        return new Index(outermost.mediaType(), manifests, outermost.annotations(), outermost.other());
    }
}
