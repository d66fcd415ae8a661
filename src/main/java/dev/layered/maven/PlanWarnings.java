package dev.layered.maven;

import dev.layered.application.BuildTimeRemarks;
import dev.layered.failure.Problem;
import dev.layered.layer.Compression.Method;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.RuleRemarks;
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

    /** Tells of rules, layers, artifacts and patterns, says how much is ignored, and who cannot read the image. */
    static void tell(ImagePlan plan, LayeredMojo mojo) {
        Log log = mojo.getLog();
        RuleRemarks.on(plan.rules(), plan.platforms()).all().forEach(problem -> log.warn(problem.text()));
        BuildTimeRemarks.on(plan).forEach(problem -> log.warn(problem.text()));
        plan.notes().warnings().forEach(problem -> log.warn(problem.text()));
        int ignored = plan.notes().ignored().size();
        if (ignored > 0) {
            log.info("left out by .layeredignore: " + ignored + (ignored == 1 ? " file" : " files")
                    + ", a folder counts as one");
        }
        boolean isZstandard = plan.platforms().stream()
                .flatMap(platform -> platform.layers().stream())
                .anyMatch(layer -> layer.compression().method() == Method.ZSTD);
        boolean isNews =
                isZstandard && mojo.session.getRepositorySession().getData().set(READERS_TOLD, null, true);
        if (isNews) {
            log.warn(READERS.text());
        }
    }
}
