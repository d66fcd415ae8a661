package dev.layered.maven;

import dev.layered.failure.Mistakes;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.PruneParameters;
import dev.layered.outcome.PruneOutcome;
import dev.layered.report.PruneTable;
import dev.layered.store.PruneBounds;
import dev.layered.store.StorePruning;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what is in the local store, and deletes of it what was of use least lately until it is as small as it may be.
 * Touches nothing else; works outside of a project too.
 */
@Mojo(name = "prune", requiresProject = false, threadSafe = true, configurator = "layered")
public final class PruneMojo extends LayeredMojo {

    /** What is deleted. By default what is more than {@code cacheSize}. Example: {@code <maxSize>5 GB</maxSize>} inside. */
    @Parameter
    private PruneParameters prune = new PruneParameters();

    /** All modules share the store, whatever they are. */
    @Override
    Optional<String> unfit() {
        return session.getProjects().indexOf(project) > 0
                ? Optional.of("the local store is pruned with the first module")
                : Optional.empty();
    }

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        Reading reading = new Reading(mistakes, locations());
        long usual =
                mostBytes(new Reading(new Mistakes(), locations())); // what is wrong with it is noted for all goals
        PruneBounds bounds =
                new PruneBounds(prune.maxSize(usual, reading.at("prune")), prune.unusedFor(reading.at("prune")));
        return () -> {
            StorePruning store = StorePruning.in(storeFolder());
            PruneOutcome outcome = prune.isDryRun() ? store.look(bounds) : store.prune(bounds);
            PruneTable.lines(outcome).forEach(getLog()::info);
        };
    }
}
