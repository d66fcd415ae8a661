package dev.layered.layout;

import java.io.IOException;
import java.io.InputStream;

/** Files of which no more documents are read than memory has room for. Not thread-safe. */
final class BoundedFiles implements ImageFiles {

    private final ImageFiles files;
    private final DocumentBudget budget = new DocumentBudget();

    BoundedFiles(ImageFiles files) {
        this.files = files;
    }

    @Override
    public boolean has(String name) {
        return files.has(name);
    }

    @Override
    public long size(String name) throws IOException {
        return files.size(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return files.open(name);
    }

    @Override
    public String place(String name) {
        return files.place(name);
    }

    /**
     * Returns the bytes of a document. Once there were too many, none is opened any more.
     *
     * @throws dev.layered.failure.LayeredFailure {@code image-damaged} if there were, and as the files themselves
     */
    @Override
    public byte[] document(String name) {
        return budget.spend(files.place(name), () -> files.document(name));
    }
}
