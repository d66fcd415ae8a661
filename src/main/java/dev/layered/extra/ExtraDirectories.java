package dev.layered.extra;

import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything that goes into an image besides the application: the element {@code <extraDirectories>}.
 *
 * @param modes the first that matches counts; so with owners
 */
public record ExtraDirectories(
        List<ExtraDirectory> directories, List<ModeRule> modes, List<OwnerRule> owners, List<ExtraLink> links) {

    /** The layer of everything that names no other. */
    public static final String LAYER = "extra";

    /** Returns the layers that it may put files into. */
    public Set<String> layerNames() {
        Set<String> names = new LinkedHashSet<>();
        directories.forEach(directory -> names.add(directory.layer()));
        if (!links.isEmpty()) {
            names.add(LAYER);
        }
        return names;
    }

    /**
     * Lists the directories and gives everything in them its place, mode and owner.
     *
     * @param project the project's folder, with its ignore file
     * @param output the folder that the goals write to, of which nothing is taken
     * @param ignored what other folders of the project leave out, for the notes
     * @param missing is told of directories that are not there
     * @param mistakes notes what cannot go into an image
     */
    public PlacedExtras place(
            Path project, Path output, Map<Path, String> ignored, Consumer<Problem> missing, Mistakes mistakes) {
        ExtraPlacement placement = new ExtraPlacement(this, project, output, mistakes);
        directories.forEach(directory -> placement.add(directory, missing));
        links.forEach(placement::add);
        return placement.placed(ignored);
    }
}
