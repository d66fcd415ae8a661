package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.VerifyParameters;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.BuildFiles;
import dev.layered.place.ImagePlace;
import dev.layered.place.ImagePlaces;
import dev.layered.report.VerifyTable;
import dev.layered.verify.ImageVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Proves that an image on this machine or in a registry is what the OCI image spec asks for, and what the record of its
 * build says. Reads every blob; resolves, compiles and writes nothing.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, configurator = "layered")
public final class VerifyMojo extends LayeredMojo {

    /** What to verify. By default what {@code build} made, else what {@code push} published. Example: {@code <image>shop/cart</image>} inside. */
    @Parameter
    private VerifyParameters verify = new VerifyParameters();

    /**
     * Whether every layer is made again from its sources and compared. By default not. Example: {@code true}.
     */
    @Parameter(defaultValue = "false")
    private boolean rebuild;

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        BuildFiles built = new BuildFiles(project.getBasedir().toPath(), output());
        BuildLog log = buildLog();
        ImagePlaces places = places(log);
        if (verify.image().isPresent()) {
            Reading place = new Reading(mistakes, locations()).at("verify").at("image");
            Optional<ImagePlace> image =
                    place.value(() -> places.at(verify.image().get()));
            return () -> image.ifPresent(found -> show(List.of(ImageVerifier.at(found, built, log))));
        }
        boolean isThere = built.hasImage() || !built.pushed().isEmpty();
        Optional<String> unfit = isThere ? Optional.empty() : unfit(mistakes);
        return () -> unfit.ifPresentOrElse(this::skipped, () -> show(ImageVerifier.own(built, places, log)));
    }

    /** Returns why nobody expects an image of this module, by its classes alone. */
    private Optional<String> unfit(Mistakes mistakes) {
        ProjectContents contents = contents(List.of(), missing -> {});
        return new ApplicationInput(this, new Reading(mistakes, locations()), true, contents).unfit();
    }

    private void show(List<ImageVerifier> verifiers) {
        List<Problem> faults = new ArrayList<>();
        for (ImageVerifier verifier : verifiers) {
            VerifyOutcome outcome = verifier.verify(rebuild);
            VerifyTable.lines(outcome).forEach(getLog()::info);
            outcome.warnings().forEach(warning -> getLog().warn(warning.text()));
            faults.addAll(outcome.faults());
        }
        if (!faults.isEmpty()) {
            throw LayeredFailure.mistakes(faults);
        }
    }
}
