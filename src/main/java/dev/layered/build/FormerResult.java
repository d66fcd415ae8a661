package dev.layered.build;

import dev.layered.image.Digest;
import dev.layered.plan.ImageIdentity;
import dev.layered.record.StillTrue;
import dev.layered.store.KnownFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What an earlier run left, and whether this run would make the same. */
public interface FormerResult {

    /** Returns what it is and where, for messages. */
    String shown();

    /**
     * Returns why this run would give another image; empty where this is what it would give.
     *
     * @param wanted what the image should be called
     * @param project the folder that recorded paths start from
     * @param grounds see {@link StillTrue#changed}
     * @param known the files that need not be read
     */
    Optional<String> changed(ImageIdentity wanted, Path project, Map<String, Digest> grounds, KnownFiles known);

    /** Returns the same about its base image alone, of which the registry told the digest. */
    Optional<String> changed(Digest base);
}
