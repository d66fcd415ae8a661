package dev.layered.maven.parameters;

import dev.layered.extra.ExtraDirectories;
import dev.layered.extra.ExtraDirectory;
import dev.layered.folder.FileFilter;
import dev.layered.maven.configuration.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The element {@code <extraDirectories>}: files for the image besides the application. */
public final class ExtraDirectoriesParameters {

    /** The folder of Jib, which is taken where it is there and no other is named. */
    private static final String USUAL = "src/main/jib";

    /**
     * The folders whose files go into the image. By default {@code src/main/jib}, where it is there. Example:
     * {@code src/main/etc,src/main/jib}.
     */
    List<ExtraPathParameters> paths;

    /**
     * Modes of files and folders; the first that matches counts. By default 0755 for folders and what its owner may
     * execute, else 0644. Example: {@code /etc/cart/*.sh=755}.
     */
    List<ExtraPermissionParameters> permissions;

    /**
     * Owners of files, folders and links; the first that matches counts. By default 0:0. Example:
     * {@code /home/app/**=10001:10001}.
     */
    List<ExtraOwnerParameters> ownership;

    /** Symbolic links to make. By default none. Example: {@code /usr/local/bin/cart=/app/bin/cart}. */
    List<ExtraLinkParameters> links;

    /**
     * Returns what the user wants; notes {@code path-absolute}, {@code path-pattern}, {@code layer-name},
     * {@code mode-form}, {@code owner-form} and {@code extra-directory}.
     *
     * @param project the folder that relative folders start from
     */
    public ExtraDirectories read(Path project, Reading extras) {
        return new ExtraDirectories(
                paths == null
                        ? usual(project, extras)
                        : each(paths, extras.at("paths"), (path, item) -> path.directory(project, item)),
                each(permissions, extras.at("permissions"), ExtraPermissionParameters::rule),
                each(ownership, extras.at("ownership"), ExtraOwnerParameters::rule),
                each(links, extras.at("links"), ExtraLinkParameters::link));
    }

    private static List<ExtraDirectory> usual(Path project, Reading extras) {
        Path folder = project.resolve(USUAL);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String place = extras.at("paths").place().place();
        return List.of(new ExtraDirectory(folder, "", FileFilter.ALL, ExtraDirectories.LAYER, Set.of(), place));
    }

    private static <P, V> List<V> each(List<P> items, Reading list, BiFunction<P, Reading, Optional<V>> reader) {
        List<V> values = new ArrayList<>();
        List<P> given = Unset.none(items);
        for (int i = 0; i < given.size(); i++) {
            reader.apply(given.get(i), list.item(i)).ifPresent(values::add);
        }
        return values;
    }
}
