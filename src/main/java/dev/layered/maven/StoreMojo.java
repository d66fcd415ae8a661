package dev.layered.maven;

import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.CacheSize;
import dev.layered.outcome.BuildLog;
import dev.layered.report.Sizes;
import dev.layered.store.Store;
import dev.layered.store.StoreLocation;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share about the local store: where it is, and how big it may become. */
abstract class StoreMojo extends RegistryMojo {

    /** The folder of the local store. By default in the user's cache folder. Example: {@code /var/cache/layered}. */
    @Parameter
    protected File cache;

    /** How big the local store may be after a run that added to it. By default 10 GB. Example: {@code 50 GB}. */
    @Parameter
    protected String cacheSize;

    private final List<Store> opened = new ArrayList<>();

    /** Returns the folder of the local store. */
    final Path storeFolder() {
        return StoreLocation.of(
                cache == null ? null : cache.toPath(),
                System.getenv(),
                System.getProperty("user.home"),
                System.getProperty("os.name"));
    }

    /** Returns the local store to write to; where the user's folder cannot be written to, the project's own is. */
    final Store openStore(Path output, BuildLog log) {
        Store store = knowing(Store.open(storeFolder(), output.resolve("store"), log), log);
        opened.add(store);
        return store;
    }

    /** Returns the local store to look into. */
    final Store readStore(BuildLog log) {
        return knowing(Store.forReading(storeFolder(), log), log);
    }

    /** Files outside of the project are known to the store. */
    private Store knowing(Store store, BuildLog log) {
        return project.getBasedir() == null
                ? store
                : store.of(ReactorModules.folders(project, session.getProjects()), isTrusting(), log);
    }

    /** Whether digests of former runs are believed, by all goals of a run alike. */
    boolean isTrusting() {
        return isTrusting(session.getUserProperties().getProperty("layered.reuse", ""));
    }

    /** Whether a word of the parameter {@code reuse}, in whatever case, lets anything be believed. */
    static boolean isTrusting(String reuse) {
        return !reuse.strip().equalsIgnoreCase("none");
    }

    /** Returns how many bytes the store may have; notes {@code size-form}. */
    final long mostBytes(Reading reading) {
        return CacheSize.read(cacheSize, reading.at("cacheSize"));
    }

    /** Makes the store as small as it may be, if this goal added to it. */
    final void keepWithin(long most) {
        long gone = opened.stream().mapToLong(store -> store.keepWithin(most)).sum();
        if (gone > 0) {
            getLog().info("The local store was above " + Sizes.of(most) + ": " + Sizes.of(gone)
                    + " that were not used for the longest time are deleted.");
        }
    }
}
