package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Has an image of one platform without a base unpacked by umoci, and compares what comes out with the plan. */
public final class UnpackedExtras {

    private UnpackedExtras() {}

    /** Proves that the unpacked tree is what the plan says: every path, mode, owner, link, time and content. */
    public static void areAsPlanned(File module) throws IOException {
        Path layered = module.toPath().resolve("target/layered");
        FileTree planned = new PlanFile(layered.resolve("image.plan.json")).files("linux/amd64");
        Path work = Files.createTempDirectory("unpacked");
        try {
            planned.expect("umoci", Umoci.tree("oci:" + layered.resolve("image"), "amd64", work));
        } finally {
            Folder.delete(work);
        }
    }
}
