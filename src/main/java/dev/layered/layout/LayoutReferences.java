package dev.layered.layout;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that the {@code index.json} of an image layout refers to, artifacts too. */
final class LayoutReferences {

    private final LayoutFiles files;
    private final SortedMap<Digest, Descriptor> all = new TreeMap<>();

    private LayoutReferences(LayoutFiles files) {
        this.files = files;
    }

    /** Returns the descriptors by digest; foreign layers only where their bytes are there. */
    static SortedMap<Digest, Descriptor> in(LayoutFiles files) {
        LayoutReferences references = new LayoutReferences(files);
        files.images().forEach(references::add);
        return references.all;
    }

    private void add(Descriptor descriptor) {
        boolean isAbsent = descriptor.isForeign() && !files.has(descriptor);
        if (isAbsent || all.putIfAbsent(descriptor.digest(), descriptor) != null) {
            return;
        }
        if (MediaType.isIndex(descriptor.mediaType())) {
            OciJson.index(files.document(descriptor), files.place(descriptor))
                    .value()
                    .manifests()
                    .forEach(this::add);
        } else if (MediaType.isManifest(descriptor.mediaType())) {
            Manifest manifest = OciJson.manifest(files.document(descriptor), files.place(descriptor))
                    .value();
            add(manifest.config());
            manifest.layers().forEach(this::add);
        }
    }
}
