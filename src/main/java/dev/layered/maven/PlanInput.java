package dev.layered.maven;

import dev.layered.application.Application;
import dev.layered.application.ApplicationSettings;
import dev.layered.application.JavaApplication;
import dev.layered.failure.Nearest;
import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.LayerPlanner;
import dev.layered.plan.ProjectArtifact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.project.MavenProject;

/** Reads the parameters of a goal and its project into the plan of an image. */
final class PlanInput {

    private static final List<String> INDEX = List.of("auto", "always");
    private static final List<String> MODES = List.of("exploded");

    private final LayeredMojo mojo;
    private final Reading reading;

    PlanInput(LayeredMojo mojo, Reading reading) {
        this.mojo = mojo;
        this.reading = reading;
    }

    /** Returns the plan, of use only where the reading noted no mistake; empty where the module is no application. */
    Optional<ImagePlan> plan() {
        MavenProject project = mojo.project;
        Reading container = reading.at("container");
        String from = mojo.from.image(reading.at("from"));
        List<Platform> platforms = mojo.from.platforms(reading.at("from"));
        String reference = mojo.to.reference(project.getArtifactId(), project.getVersion(), reading.at("to"));
        String created = mojo.container.created(Instant.now(), container);
        boolean alwaysIndex = word("index", mojo.index, INDEX).equals("always");
        word("containerizingMode", mojo.containerizingMode, MODES);
        ApplicationSettings settings = mojo.container.application(DeclaredMainClass.of(project), container);
        ProjectContents contents =
                new ProjectContents(project, ReactorModules.around(project, mojo.session.getProjects()));
        List<ProjectArtifact> artifacts = contents.artifacts(reading.mistakes());
        JavaApplication application = new JavaApplication(contents.output(), artifacts, settings);
        if (mojo.skipRules().mayHaveNoMainClass() && !application.canStart()) {
            return Optional.empty();
        }
        Optional<Application> laidOut = container.at("mainClass").value(application::layOut);
        RuntimeConfig runtime = mojo.container.runtime(laidOut.flatMap(Application::entrypoint), container);
        return laidOut.map(files -> new ImagePlan(
                reference,
                from,
                LayerPlanner.plan(files.files(), platforms),
                runtime,
                annotations(),
                created,
                alwaysIndex));
    }

    private Map<String, String> annotations() {
        return mojo.annotations == null ? Map.of() : new TreeMap<>(mojo.annotations);
    }

    private String word(String parameter, String value, List<String> valid) {
        if (!valid.contains(value)) {
            String nearest = Nearest.to(value, valid).orElse(valid.get(0));
            reading.at(parameter)
                    .mistake(
                            "word-unknown",
                            Shown.quoted(value) + " is no value of " + parameter + ".",
                            "write " + nearest + "; valid is " + Shown.list(valid));
        }
        return value;
    }
}
