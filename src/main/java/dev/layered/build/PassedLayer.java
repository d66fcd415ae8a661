package dev.layered.build;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.registry.ImageRepository;
import dev.layered.store.BlobStore;
import java.io.IOException;
import java.io.InputStream;

/**
 * A layer of a base image on its way from one registry to another: read from the local store where that has it, and else
 * from the base's registry, of which nothing is stored.
 */
record PassedLayer(Blob layer, ImageRepository from, BlobStore stored) implements Blob {

    @Override
    public Descriptor descriptor() {
        return layer.descriptor();
    }

    @Override
    public String source() {
        return layer.source();
    }

    @Override
    public boolean isThere() {
        return layer.isThere();
    }

    @Override
    public InputStream open() throws IOException {
        if (stored.has(descriptor())) {
            return stored.open(descriptor());
        }
        return from.open(descriptor());
    }
}
