package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.image.Platform;
import dev.layered.inspect.BuildFiles;
import dev.layered.inspect.ImageInspector;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.InspectParameters;
import dev.layered.report.ComparisonTable;
import dev.layered.report.FoundFilesText;
import dev.layered.report.InspectTable;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what is in an image on this machine, where a file is in it, or how it differs from another. Resolves and writes
 * nothing; works outside of a project too.
 */
@Mojo(name = "inspect", requiresProject = false, threadSafe = true, configurator = "layered")
public final class InspectMojo extends LayeredMojo {

    /** What to show. By default all of what {@code build} made. Example: {@code <image>oci:base</image>} inside. */
    @Parameter
    private InspectParameters inspect = new InspectParameters();

    /** An image that the command line names belongs to no module: it is shown once. */
    @Override
    Optional<String> unfit() {
        if (session.getUserProperties().containsKey("layered.inspect.image")) {
            return session.getProjects().indexOf(project) > 0
                    ? Optional.of("the image that the command line names is shown for the first module")
                    : Optional.empty();
        }
        boolean isNowhere = project.getBasedir() == null || inspect.image().isPresent();
        return isNowhere ? Optional.empty() : super.unfit();
    }

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        Reading place = new Reading(mistakes, locations()).at("inspect");
        Optional<Platform> only = inspect.platform(place);
        Optional<String> against = inspect.against(place);
        Optional<String> image = inspect.image().or(this::own);
        boolean isAlone = session.getProjects().size() == 1;
        if (image.isEmpty() && isAlone) {
            place.at("image")
                    .mistake(
                            "inspect-none",
                            "There is no image to inspect.",
                            "build one first, e.g. with mvn package, or name one: -Dlayered.inspect.image=oci:FOLDER");
        }
        return () -> image.ifPresentOrElse(
                location -> show(location, against, only), () -> skipped("it has no image; mvn package makes one"));
    }

    /** Returns the image that the goal build made. */
    private Optional<String> own() {
        if (project.getBasedir() == null || !built().hasImage()) {
            return Optional.empty();
        }
        Path path = folder().relativize(output().resolve("image"));
        return Optional.of("oci:" + path.toString().replace(File.separatorChar, '/'));
    }

    private BuildFiles built() {
        return new BuildFiles(folder(), output());
    }

    /** Returns the folder that relative paths start from. */
    private Path folder() {
        return project.getBasedir() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
    }

    private void show(String location, Optional<String> against, Optional<Platform> only) {
        ImageInspector image = ImageInspector.at(location, folder(), only);
        lines(image, against, only).forEach(getLog()::info);
    }

    private List<String> lines(ImageInspector image, Optional<String> against, Optional<Platform> only) {
        if (against.isPresent()) {
            ImageInspector other = ImageInspector.at(against.get(), folder(), only);
            return ComparisonTable.lines(image.against(other), inspect.isAll());
        }
        if (inspect.file().isPresent()) {
            return found(image);
        }
        return InspectTable.lines(image.contents(built()), inspect.isAll());
    }

    /** Of several modules one may hold what is asked for: the others say that they do not, and the run goes on. */
    private List<String> found(ImageInspector image) {
        try {
            return FoundFilesText.lines(image.find(inspect.file().orElseThrow()), inspect.isAll());
        } catch (LayeredFailure failure) {
            if (session.getProjects().size() == 1 || failure.isOutside()) {
                throw failure;
            }
            return List.of(failure.problems().get(0).what());
        }
    }
}
