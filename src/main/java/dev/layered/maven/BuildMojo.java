package dev.layered.maven;

import dev.layered.failure.Mistakes;
import dev.layered.plan.ImagePlan;
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
        ProjectContents contents = contents(project.getArtifacts(), mistakes::add);
        Optional<ImagePlan> plan = plan(contents, mistakes);
        return () -> plan.ifPresent(this::make);
    }
}
