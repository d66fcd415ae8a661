package dev.layered.maven.parameters;

import dev.layered.extra.ExtraDirectories;
import dev.layered.extra.ExtraDirectory;
import dev.layered.extra.ExtraDirectory.Trait;
import dev.layered.failure.Shown;
import dev.layered.folder.FileFilter;
import dev.layered.folder.Glob;
import dev.layered.maven.configuration.Reading;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One {@code <path>} of the extra directories. */
public final class ExtraPathParameters {

    /** The folder on this machine. No default. Example: {@code src/main/etc}. */
    String from;

    /** The folder of the image that its content goes into. By default {@code /}. Example: {@code /etc/cart}. */
    String into = "/";

    /** Patterns of the paths below the folder that are meant. By default any. Example: {@code **.conf}. */
    List<String> includes;

    /** Patterns of the paths below the folder that are not meant. By default none. Example: {@code **.bak}. */
    List<String> excludes;

    /**
     * The layer of the files: one of the application's, one of {@code depLayers}, or a new one. By default
     * {@code extra}. Example: {@code config}.
     */
    String layer = ExtraDirectories.LAYER;

    /** Whether the files may take the place of others. By default {@code false}. Example: {@code true}. */
    boolean override;

    /**
     * Whether what a symbolic link points at is copied, instead of the link. By default {@code false}. Example:
     * {@code true}.
     */
    boolean followLinks;

    /** Takes the short form, the folder alone. */
    public void set(String shortForm) {
        from = shortForm;
    }

    /** Returns the extra directory; empty where none is named. */
    Optional<ExtraDirectory> directory(Path project, Reading path) {
        FileFilter filter =
                new FileFilter(patterns(includes, path.at("includes")), patterns(excludes, path.at("excludes")));
        String folder = UnixPath.read(into, path.at("into"));
        String name = layer.strip();
        if (!LayerNames.isName(name)) {
            path.at("layer")
                    .mistake(
                            "layer-name",
                            Shown.quoted(name) + " cannot be the name of a layer.",
                            "write a-z 0-9 . _ -, at most 63 of them");
        }
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (override) {
            traits.add(Trait.OVERRIDE);
        }
        if (followLinks) {
            traits.add(Trait.FOLLOW_LINKS);
        }
        return from(project, path)
                .map(found -> new ExtraDirectory(
                        found, folder, filter, name, traits, path.place().place()));
    }

    private Optional<Path> from(Path project, Reading path) {
        try {
            if (from != null && !from.isBlank()) {
                return Optional.of(project.resolve(from.strip()).normalize());
            }
            path.mistake("extra-directory", "The extra directory has no folder.", "name it in <from>");
        } catch (InvalidPathException e) {
            path.mistake("extra-directory", Shown.quoted(from) + " cannot be a folder.", "correct it");
        }
        return Optional.empty();
    }

    private static List<Glob> patterns(List<String> texts, Reading reading) {
        List<Glob> patterns = new ArrayList<>();
        List<String> given = Unset.none(texts);
        for (int i = 0; i < given.size(); i++) {
            String text = given.get(i).strip();
            reading.item(i).value(() -> Glob.parse(text)).ifPresent(patterns::add);
        }
        return patterns;
    }
}
