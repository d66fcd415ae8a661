package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.plan.PlannedLayer;
import dev.layered.tar.TarEntry;
import dev.layered.tar.TarEntry.Kind;
import dev.layered.tar.TarEntry.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the layers of one platform keep what the base image has above their files: the rights, owners and times of
 * folders, and links to folders.
 *
 * <p>Engines give a folder that a layer leaves out rights of their own, and take a folder in a layer for the end of a
 * link of that name below it; so each layer names the folders above its files, as the base has them. Below the
 * application's root nothing is looked up: its folders are root's with mode 0755 on every base, so that these layers do
 * not depend on the base. Not thread-safe.
 */
final class OnBase {

    private final ImageTree tree;
    private final ApplicationRoot root;
    private final String base;
    private final Map<String, String> claimed = new HashMap<>();

    /**
     * Puts nothing on the base yet.
     *
     * @param base what users call it, for messages
     */
    OnBase(ImageTree tree, ApplicationRoot root, String base) {
        this.tree = tree;
        this.root = root;
        this.base = base;
    }

    /** Returns the layers, lowest first, each above the former, with the places and folders that the base gives. */
    List<PlannedLayer> put(List<PlannedLayer> layers) {
        return layers.stream().map(this::put).toList();
    }

    private PlannedLayer put(PlannedLayer layer) {
        Map<String, LayerEntry> all = new LinkedHashMap<>();
        if (root.isOnlyPlaceOf(layer)) {
            layer.entries().forEach(entry -> all.put(entry.path(), entry));
        } else {
            layer.entries().stream()
                    .filter(entry -> !isRoot(entry))
                    .map(this::real)
                    .forEach(entry -> all.put(entry.path(), entry));
            List.copyOf(all.values()).forEach(entry -> addParents(entry, all));
        }
        all.values().forEach(this::remember);
        return layer.with(all.values().stream().sorted().toList());
    }

    /** Later layers find the entry in the tree, and above it the folders that its layer gets when it is keyed. */
    private void remember(LayerEntry entry) {
        String path = entry.path();
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            String parent = path.substring(0, end);
            boolean isFolder = tree.at(parent)
                    .filter(found -> found.kind() == Kind.DIRECTORY)
                    .isPresent();
            if (!isFolder || root.holds(parent)) {
                tree.put(header(LayerEntry.directory(parent)));
            }
        }
        tree.put(header(entry));
    }

    /** Whether a link of the base makes a folder the image's root, which needs no entry. */
    private boolean isRoot(LayerEntry entry) {
        return entry.content() instanceof Content.Directory
                && tree.resolve(entry.path()).isEmpty();
    }

    private LayerEntry real(LayerEntry entry) {
        boolean folder = entry.content() instanceof Content.Directory;
        String path = folder ? tree.resolve(entry.path()) : tree.inParent(entry.path());
        Optional<TarEntry> there = tree.at(path);
        boolean isFolderThere =
                there.filter(found -> found.kind() == Kind.DIRECTORY).isPresent();
        if (!folder && isFolderThere) {
            throw overFolder(entry.path());
        }
        if (!folder) {
            claim(path, entry.path());
        }
        boolean asked = !entry.equals(LayerEntry.directory(entry.path()));
        if (folder && isFolderThere && !asked && !root.holds(path)) {
            return inherited(there.get());
        }
        return new LayerEntry(path, entry.content(), entry.mode(), entry.uid(), entry.gid(), entry.time());
    }

    /** Adds the folders above an entry that the base has; those that nobody has are completed when the layer is keyed. */
    private void addParents(LayerEntry entry, Map<String, LayerEntry> all) {
        String path = entry.path();
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String parent = path.substring(0, end);
            Optional<TarEntry> there = tree.at(parent);
            if (there.isPresent() && there.get().kind() != Kind.DIRECTORY && !all.containsKey(parent)) {
                throw underFile(path, parent);
            }
            if (there.isPresent() && !root.holds(parent)) {
                all.putIfAbsent(parent, inherited(there.get()));
            }
        }
    }

    /** Two paths of ours that a link of the base makes one. */
    private void claim(String real, String planned) {
        String former = claimed.putIfAbsent(real, planned);
        if (former != null && !former.equals(planned)) {
            throw LayeredFailure.mistake(
                    "path-twice",
                    "Two files would stand at " + Shown.quoted("/" + real) + " of the image, where a link of the base"
                            + " leads.",
                    Shown.quoted("/" + former) + " and " + Shown.quoted("/" + planned),
                    "remove or rename one of the two");
        }
    }

    private static LayerEntry inherited(TarEntry folder) {
        return new LayerEntry(
                folder.path(),
                new Content.Directory(),
                folder.mode(),
                folder.owner().uid(),
                folder.owner().gid(),
                folder.time());
    }

    private static TarEntry header(LayerEntry entry) {
        Kind kind = entry.content() instanceof Content.Directory
                ? Kind.DIRECTORY
                : entry.content() instanceof Content.Link ? Kind.LINK : Kind.FILE;
        String link = entry.content() instanceof Content.Link to ? to.target() : "";
        Owner owner = new Owner(entry.uid(), entry.gid());
        return new TarEntry(
                entry.path(),
                kind,
                entry.mode(),
                owner,
                Instant.ofEpochSecond(entry.time().getEpochSecond()),
                0,
                link);
    }

    private LayeredFailure overFolder(String path) {
        return LayeredFailure.mistake(
                "base-folder",
                Shown.quoted("/" + path) + " is a folder of the base image " + Shown.quoted(base)
                        + ", which a file or link in its place would remove with all that is in it.",
                Shown.quoted("/" + path),
                "give the file another path in the image");
    }

    private LayeredFailure underFile(String path, String parent) {
        return LayeredFailure.mistake(
                "base-file",
                Shown.quoted("/" + path) + " would stand below " + Shown.quoted("/" + parent)
                        + ", which is no folder in the base image " + Shown.quoted(base) + ".",
                Shown.quoted("/" + path),
                "give the file another path in the image");
    }
}
