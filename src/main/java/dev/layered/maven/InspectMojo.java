package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.image.Platform;
import dev.layered.inspect.ImageInspector;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.InspectParameters;
import dev.layered.outcome.BuildLog;
import dev.layered.place.BuildFiles;
import dev.layered.place.ImagePlace;
import dev.layered.place.ImagePlaces;
import dev.layered.report.ComparisonTable;
import dev.layered.report.FoundFilesText;
import dev.layered.report.InspectTable;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Shows what is in an image on this machine or in a registry, where a file is in it, or how it differs from another.
 * Resolves nothing, and writes nothing but layers of registries into the local store; works outside of a project too.
 */
@Mojo(name = "inspect", requiresProject = false, threadSafe = true, configurator = "layered")
public final class InspectMojo extends LayeredMojo {

    /** What to show. By default all of what {@code build} made or {@code push} published. Example: {@code <image>oci:base</image>} inside. */
    @Parameter
    private InspectParameters inspect = new InspectParameters();

    /** An image that is named belongs to no module, and modules without an image tell so one by one. */
    @Override
    Optional<String> unfit() {
        boolean isNamed = session.getUserProperties().containsKey("layered.inspect.image");
        if (isNamed && session.getProjects().indexOf(project) > 0) {
            return Optional.of("the image that the command line names is shown for the first module");
        }
        boolean isNowhere = project.getBasedir() == null || inspect.image().isPresent();
        return isNowhere || isForAll() ? Optional.empty() : super.unfit();
    }

    /** A goal that needs no project is called by Maven for the first module only, unless a phase calls it. */
    private boolean isForAll() {
        return execution.getSource() == MojoExecution.Source.CLI
                && session.getProjects().size() > 1;
    }

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        Reading place = new Reading(mistakes, locations()).at("inspect");
        Optional<Platform> only = inspect.platform(place);
        Optional<String> against = inspect.against(place);
        if (inspect.image().isPresent()) {
            return () -> show(List.of(inspect.image().get()), built(project), against, only);
        }
        List<MavenProject> modules = isForAll() ? session.getProjects() : List.of(project);
        List<MavenProject> withImage =
                modules.stream().filter(module -> !own(module).isEmpty()).toList();
        if (withImage.isEmpty() && (isForAll() || session.getProjects().size() == 1)) {
            place.at("image")
                    .mistake(
                            "inspect-none",
                            "There is no image to inspect.",
                            "build one first, e.g. with mvn package, or name one, e.g. with"
                                    + " -Dlayered.inspect.image=registry.example.com/shop/cart:1.0");
        }
        return () -> modules.forEach(module -> {
            if (withImage.contains(module)) {
                show(own(module), built(module), against, only);
            } else {
                skipped(module, skipRules(module).reason().orElse("it has no image; mvn package makes one"));
            }
        });
    }

    /** Returns the layout of a module, else the names of the images that its last push published. */
    private List<String> own(MavenProject module) {
        BuildFiles built = built(module);
        if (!built.hasImage()) {
            return built.pushed().stream().map(pushed -> pushed.names().get(0)).toList();
        }
        Path path = folder().relativize(built.image());
        return List.of("oci:" + path.toString().replace(File.separatorChar, '/'));
    }

    private BuildFiles built(MavenProject module) {
        Path start =
                module.getBasedir() == null ? folder() : module.getBasedir().toPath();
        return new BuildFiles(start, output(module));
    }

    private void show(List<String> locations, BuildFiles built, Optional<String> against, Optional<Platform> only) {
        BuildLog log = buildLog();
        ImagePlaces places = places(log).keeping(() -> openStore(output(), log), log);
        Optional<ImagePlace> other = against.map(places::at);
        for (String location : locations) {
            ImageInspector image = ImageInspector.at(places.at(location), only);
            lines(image, built, other, only).forEach(getLog()::info);
        }
    }

    private List<String> lines(
            ImageInspector image, BuildFiles built, Optional<ImagePlace> against, Optional<Platform> only) {
        if (against.isPresent()) {
            ImageInspector other = ImageInspector.at(against.get(), only);
            return ComparisonTable.lines(image.against(other), inspect.isAll());
        }
        if (inspect.file().isPresent()) {
            return found(image);
        }
        return InspectTable.lines(image.contents(built), inspect.isAll());
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
