package dev.layered.maven;

import dev.layered.failure.Mistakes;
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
public final class BuildMojo extends LayeredMojo {

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        String summary = "Image " + to + " from " + from + "; container: " + container + "; " + containerizingMode
                + ", index " + index + ", annotations " + annotations;
        return () -> getLog().info(summary);
    }
}
