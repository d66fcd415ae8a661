package dev.layered.real;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** umoci: unpacks an image as a runtime would, with owners and rights. */
public final class Umoci {

    private Umoci() {}

    /** Unpacks the tag of a layout with one platform and returns the root of the tree; needs root for the owners. */
    public static Path unpack(Path layout, String tag, Path bundle) throws IOException {
        List<String> command = List.of("umoci", "unpack", "--image=" + layout + ":" + tag, bundle.toString());
        ToolRun.of(Path.of("").toAbsolutePath(), 120, Map.of(), command);
        return bundle.resolve("rootfs");
    }

    /** Returns what stands in an image that skopeo finds, unpacked in the directory and deleted there; options belong to the copy. */
    static FileTree tree(String location, String architecture, Path directory, String... options) throws IOException {
        Path copy = directory.resolve("copy");
        Path bundle = directory.resolve("bundle");
        Skopeo.copy(location, architecture, "oci:" + copy + ":one", options);
        FileTree tree = FileTree.unpackedTo(unpack(copy, "one", bundle));
        Folder.delete(copy);
        Folder.delete(bundle);
        return tree;
    }
}
