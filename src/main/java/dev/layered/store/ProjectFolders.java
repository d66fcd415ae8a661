package dev.layered.store;

import dev.layered.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The folders of a project and all its modules: what lies in them is being worked on. */
public final class ProjectFolders {

    private final Path top;
    private final Set<Path> folders = new HashSet<>();

    /**
     * Keeps the folders, by the names given and by those without links.
     *
     * @param top the topmost folder; projects with another one have nothing to do with this
     * @param others those of modules and of what is built, wherever they lie
     */
    public ProjectFolders(Path top, Collection<Path> others) {
        this.top = absolute(top);
        add(this.top);
        others.stream()
                .map(ProjectFolders::absolute)
                .filter(folder -> !contain(folder))
                .forEach(this::add);
    }

    private void add(Path folder) {
        folders.add(folder);
        try {
            folders.add(folder.toRealPath());
        } catch (IOException e) {
            // a folder that is not there yet has one name
        }
    }

    /** Whether something lies in one of them, by its name. */
    boolean contain(Path file) {
        for (Path folder = absolute(file); folder != null; folder = folder.getParent()) {
            if (folders.contains(folder)) {
                return true;
            }
        }
        return false;
    }

    /** Returns a short name for all of it. */
    Digest name() {
        return Digest.of(top.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
