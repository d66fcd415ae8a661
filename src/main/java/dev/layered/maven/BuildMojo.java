package dev.layered.maven;

import dev.layered.failure.Mistakes;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.Words;
import dev.layered.plan.ImagePlan;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Plans and builds the image into an OCI image layout; needs neither a daemon nor a registry. */
@Mojo(
        name = "build",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME_PLUS_SYSTEM,
        threadSafe = true,
        configurator = "layered")
public final class BuildMojo extends ImageMojo {

    /**
     * Whether an image layout is made: {@code auto}, unless the same run pushes the image and nothing else needs the
     * layout; {@code always}; or {@code never}. By default the first. Example: {@code always}.
     */
    @Parameter(defaultValue = "auto")
    private String layout;

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        ProjectContents contents = contents(project.getArtifacts(), mistakes::add);
        Optional<ImagePlan> plan = plan(contents, mistakes);
        String wanted = Words.read(
                "layout", layout, List.of("auto", "always", "never"), new Reading(mistakes, locations()).at("layout"));
        return () -> plan.ifPresent(found -> makeOrHandOver(found, wanted));
    }

    private void makeOrHandOver(ImagePlan plan, String wanted) {
        String key = execution.getGroupId() + ":" + execution.getArtifactId();
        boolean pushIsNext = new PushAhead(key, project, session.getGoals()).isOnly();
        if (wanted.equals("never") || wanted.equals("auto") && pushIsNext) {
            handOver(plan);
            getLog().info("No image layout is made: " + (pushIsNext ? "the push of this run" : "a push")
                    + " makes what the registry has not got.");
        } else {
            make(plan);
        }
    }
}
