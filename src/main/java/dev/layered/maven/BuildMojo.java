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
            Optional<ImagePlan> plan = plan(contents(project.getArtifacts(), mistakes::add), mistakes);
            return () -> plan.ifPresent(isLeft ? found -> leave(found, pushIsNext) : this::make);
        });
    }

    /** Returns what is to be done where the layout has what this run would make. */
    private Optional<Runnable> sameImage() {
        return FormerImage.in(output())
                .filter(former -> isStillTrue(former, project.getArtifacts(), store(buildLog()), true))
                .filter(this::isWhole)
                .map(former -> () -> {
                    ReadyImage image = former.image();
                    getLog().info("Nothing changed: " + image.reference() + " "
                            + image.target().digest());
                    isReady(image);
                });
    }

    private boolean isWhole(FormerImage former) {
        boolean isWhole = former.isWhole(store(buildLog()).files());
        if (!isWhole) {
            getLog().info("A part of it is missing or damaged, and is made again.");
        }
        return isWhole;
    }

    /** Returns what is to be done where the last push published what this run would make. */
    private Optional<Runnable> samePush() {
        return FormerPush.in(project.getBasedir().toPath(), output())
                .filter(former -> isStillTrue(former, project.getArtifacts(), store(buildLog()), true))
                .map(former -> () -> handOver(former));
    }

    private void leave(ImagePlan plan, boolean pushIsNext) {
        handOver(plan);
        getLog().info("No image layout is made: " + (pushIsNext ? "the push of this run" : "a push")
                + " makes what the registry has not got.");
    }
}
