package dev.layered.record;

import dev.layered.folder.PathText;
import dev.layered.image.Digest;
import dev.layered.json.JsonBuilder;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.layer.KeyedLayer;
import dev.layered.plan.PlacedFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What is recorded of the files that a plan rests on. */
final class InputFiles {

    private final Path project;

    InputFiles(Path project) {
        this.project = project.toAbsolutePath();
    }

    /** Returns path, size, digest, time and inode of every file of the layers, sorted by path. */
    Iterable<JsonObject> json(Collection<KeyedLayer> layers) {
        Map<String, KeyedEntry> inputs = new TreeMap<>();
        for (KeyedLayer layer : layers) {
            for (KeyedEntry entry : layer.entries()) {
                if (entry.entry().content() instanceof Content.OfFile source) {
                    inputs.put(name(source.file()), entry);
                }
            }
        }
        return () -> inputs.entrySet().stream()
                .map(input -> input(input.getKey(), input.getValue()))
                .iterator();
    }

    private JsonObject input(String name, KeyedEntry keyed) {
        Content.OfFile source = (Content.OfFile) keyed.entry().content();
        Path file = source.file();
        JsonBuilder input = JsonObject.builder()
                .put("path", name)
                .put("size", keyed.size())
                .put("digest", keyed.content().text())
                .putIfAny(EntryJson.FORM, EntryJson.form(source))
                .putIfAny("classes", FileDigests.ofClassesBeside(file).map(Digest::text));
        if (PlacedFile.isExecutable(file)) {
            input.put("executable", true);
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            input.put("modified", attributes.lastModifiedTime().toInstant().toString());
            input.put("inode", ((Number) Files.getAttribute(file, "unix:ino")).longValue());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return input.build(); // without them the input is compared by its digest
        }
        return input.build();
    }

    /** Returns the path, relative where the file is below the project; in any locale the same. */
    String name(Path file) {
        Path absolute = file.toAbsolutePath();
        boolean isInside = absolute.startsWith(project);
        Path from = isInside ? project : absolute.getRoot();
        String root = isInside ? "" : from.toString().replace(File.separatorChar, '/');
        // a name that is no UTF-8 has no text, and is not found again
        return root + PathText.below(from, absolute).replace(PathText.NO_UTF8, "\uFFFD");
    }
}
