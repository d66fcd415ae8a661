package dev.layered.maven;

import dev.layered.build.FormerImage;
import dev.layered.build.FormerPush;
import dev.layered.failure.Mistakes;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.Words;
import dev.layered.outcome.ReadyImage;
import dev.layered.plan.ImagePlan;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Plans and builds the image into an OCI image layout; needs neither a daemon nor a registry. */
@Mojo(
        name = "build",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME_PLUS_SYSTEM,
        threadSafe = true,
        configurator = "layered")
public final class BuildMojo extends ImageMojo {

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        String wanted = Words.read(
                "layout", layout, List.of("auto", "always", "never"), new Reading(mistakes, locations()).at("layout"));
        String key = execution.getGroupId() + ":" + execution.getArtifactId();
        boolean pushIsNext = new PushAhead(key, project, session.getGoals()).isOnly();
        boolean isLeft = wanted.equals("never") || wanted.equals("auto") && pushIsNext;
        Optional<Runnable> same = mayBeSame(mistakes) ? (isLeft ? samePush() : sameImage()) : Optional.empty();
        return same.orElseGet(() -> {
            List<ImagePlan> plans = plans(contents(project.getArtifacts(), mistakes::add), mistakes);
            return () -> {
                if (!plans.isEmpty() && isLeft) {
                    leave(plans, pushIsNext);
                } else if (!plans.isEmpty()) {
                    make(plans);
                }
            };
        });
    }

    /** Returns what is to be done where the layout has what this run would make. */
    private Optional<Runnable> sameImage() {
        List<FormerImage> formers = FormerImage.in(output(), identities());
        boolean isSame = areStillTrue(formers, project.getArtifacts(), store(buildLog()), true) && areWhole(formers);
        return isSame ? Optional.of(() -> tellSame(formers)) : Optional.empty();
    }

    private void tellSame(List<FormerImage> formers) {
        List<ReadyImage> images = formers.stream().map(FormerImage::image).toList();
        images.forEach(image -> getLog().info("Nothing changed: " + image.reference() + " "
                + image.target().digest()));
        areReady(images);
    }

    private boolean areWhole(List<FormerImage> formers) {
        boolean areWhole = formers.stream()
                .allMatch(former -> former.isWhole(store(buildLog()).files()));
        if (!areWhole) {
            getLog().info("A part of it is missing or damaged, and is made again.");
        }
        return areWhole;
    }

    /** Returns what is to be done where the last push published what this run would make. */
    private Optional<Runnable> samePush() {
        List<FormerPush> formers = formerPushes();
        return areStillTrue(formers, project.getArtifacts(), store(buildLog()), true)
                ? Optional.of(() -> HandedOver.pushes(formers, project))
                : Optional.empty();
    }

    private void leave(List<ImagePlan> plans, boolean pushIsNext) {
        HandedOver.plans(plans, project);
        getLog().info("No image layout is made: " + (pushIsNext ? "the push of this run" : "a push")
                + " makes what the registry has not got.");
    }
}
