package dev.layered.maven;

import dev.layered.application.BuildTimeRemarks;
import dev.layered.failure.Problem;
import dev.layered.layer.Compression.Method;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlatformPlan;
import dev.layered.plan.RuleRemarks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/** Warns of what in a plan is hardly meant so. */
final class PlanWarnings {

    /** Where a run remembers that it told who cannot read Zstandard. */
    private static final String READERS_TOLD = "dev.layered.readers";

    private static final Problem READERS = new Problem(
            "compression-readers",
            "The image has layers in Zstandard. Tried, and unable to read them: docker pull of Docker 20.10.24, umoci 0.4.7,"
                    + " skopeo 1.9.3 into Docker's archives and Docker's format, and Jib 0.28.1 as a base image.",
            "<compression>",
            "write gzip where one of them is to read the image");

    private PlanWarnings() {}

    /**
     * Tells of rules, layers, artifacts and patterns, says how much is ignored, and who cannot read the images. What is true
     * of several images is told once, and a rule is for all of them.
     *
     * @param plans of the images of a module, at least one
     */
    static void tell(List<ImagePlan> plans, LayeredMojo mojo) {
        Log log = mojo.getLog();
        List<PlatformPlan> platforms =
                plans.stream().flatMap(plan -> plan.platforms().stream()).toList();
        Set<String> warnings = new LinkedHashSet<>();
        RuleRemarks.on(plans.get(0).rules(), platforms).all().forEach(problem -> warnings.add(problem.text()));
        for (ImagePlan plan : plans) {
            BuildTimeRemarks.on(plan).forEach(problem -> warnings.add(problem.text()));
            plan.notes().warnings().forEach(problem -> warnings.add(problem.text()));
        }
        warnings.forEach(log::warn);
        int ignored = plans.get(0).notes().ignored().size(); // files are the same for all
        if (ignored > 0) {
            log.info("left out by .layeredignore: " + ignored + (ignored == 1 ? " file" : " files")
                    + ", a folder counts as one");
        }
        boolean isZstandard = platforms.stream()
                .flatMap(platform -> platform.layers().stream())
                .anyMatch(layer -> layer.compression().method() == Method.ZSTD);
        boolean isNews =
                isZstandard && mojo.session.getRepositorySession().getData().set(READERS_TOLD, null, true);
        if (isNews) {
            log.warn(READERS.text());
        }
    }
}
