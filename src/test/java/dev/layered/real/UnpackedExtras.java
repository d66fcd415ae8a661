package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** Has an image of one platform unpacked by umoci, and compares every mode, owner and link of our layers. */
public final class UnpackedExtras {

    private UnpackedExtras() {}

    /** Proves that the unpacked tree is what the layers say, the upper one where two have a path. */
    public static void areAsInTheLayers(File module) throws IOException {
        BuiltImage built = BuiltImage.withExtras(module);
        Path work = Files.createTempDirectory("unpacked");
        try {
            Path single = work.resolve("image");
            Skopeo.copy(module.toPath().resolve("target/layered/image"), "amd64", "oci:" + single + ":one");
            Path root = Umoci.unpack(single, "one", work.resolve("tree"));
            for (LayerFile file : built.image().files().values()) {
                compare(file, root.resolve(file.path().substring(1)));
            }
        } finally {
            Folder.delete(work);
        }
    }

    private static void compare(LayerFile file, Path unpacked) throws IOException {
        Map<String, Object> is = Files.readAttributes(unpacked, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
        same("owner", file, is.get("uid") + ":" + is.get("gid"), file.owner());
        if (file.link().isEmpty()) {
            same("mode", file, (Integer) is.get("mode") & 07777, file.mode());
        } else {
            same("link", file, Files.readSymbolicLink(unpacked).toString(), file.link());
        }
    }

    private static void same(String what, LayerFile file, Object found, Object expected) {
        LayoutReader.expect(expected.equals(found), what + " of " + file + ": found " + found);
    }
}
