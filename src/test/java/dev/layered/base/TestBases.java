package dev.layered.base;

import dev.layered.outcome.BuildLog;
import dev.layered.store.Store;
import java.nio.file.Path;

/** Base images for tests in which no registry may be asked. */
public final class TestBases {

    private TestBases() {}

    /** Finds those that lie on this machine; relative paths start from the folder. */
    public static BaseImages in(Path project, Store store) {
        return new BaseImages(
                project,
                store,
                () -> {
                    throw new AssertionError("a registry is asked for");
                },
                false,
                BuildLog.SILENT);
    }
}
