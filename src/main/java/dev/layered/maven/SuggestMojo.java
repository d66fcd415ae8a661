package dev.layered.maven;

import dev.layered.layer.Content;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.SuggestParameters;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.Suggestion;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlacedArtifact;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.ProjectArtifact;
import dev.layered.plan.StandardLayer;
import dev.layered.report.Sizes;
import dev.layered.report.SuggestFiles;
import dev.layered.report.SuggestTable;
import dev.layered.store.Store;
import dev.layered.suggest.PastArtifact;
import dev.layered.suggest.PastImage;
import dev.layered.suggest.Piece;
import dev.layered.suggest.Suggestions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Replays the project's own history, and proposes {@code <depLayers>} that would have moved less. Writes
 * {@code target/layered/suggest.xml} and {@code suggest.json}, and what it read into the local store.
 */
@Mojo(name = "suggest", threadSafe = true, configurator = "layered")
public final class SuggestMojo extends PreviewMojo {

    private static final Set<String> CODE =
            Set.of(StandardLayer.CLASSES.layerName(), StandardLayer.RESOURCES.layerName());

    /** What the suggestion goes by. By default the last 20 commits that touch a pom. Example: {@code <history>50</history>} inside. */
    @Parameter
    private SuggestParameters suggest = new SuggestParameters();

    @Inject
    private PastProjects projects;

    @Inject
    private RepositorySystem repositories;

    private int history;
    private int layers;

    @Override
    void readOwn(Reading reading) {
        history = suggest.history(reading.at("suggest"));
        layers = suggest.layers(reading.at("suggest"));
    }

    @Override
    void show(List<ImagePlan> plans) {
        ImagePlan plan = plans.get(0);
        PlanWarnings.tell(plans, this);
        List<ProjectArtifact> artifacts = plan
                .contents()
                .classPath(plan.platformList().get(0))
                .artifacts()
                .stream()
                .map(PlacedArtifact::artifact)
                .toList();
        PastImage present = new PastImage(
                artifacts.stream()
                        .map(artifact -> new PastArtifact(artifact, ""))
                        .toList(),
                new Piece("own", bytes(plan.contents().files())));
        getLog().info(plan.reference() + ": " + artifacts.size() + " artifacts, "
                + Sizes.of(artifacts.stream()
                        .mapToLong(artifact -> Math.max(0, artifact.bytes()))
                        .sum()));
        List<PastImage> images = history == 0 ? List.of() : images(artifacts);
        Suggestion suggestion = new Suggestions(images, present)
                .of(plan.rules(), plan.contents().layering(), layers);
        SuggestFiles.write(suggestion, output());
        print(suggestion);
    }

    private List<PastImage> images(List<ProjectArtifact> artifacts) {
        BuildLog log = buildLog();
        Store store = openStore(output(), log);
        PastImages past =
                new PastImages(project, session, projects, store.facts(), output().resolve("suggest-poms"), getLog());
        past.read(history);
        PastSizes sizes = new PastSizes(repositories, session, project, artifacts);
        List<PastImage> images = past.images(sizes);
        getLog().info("Replayed: " + images.size() + " commits that touch a pom, " + past.span());
        if (sizes.guessed() > 0) {
            getLog().info("Of " + sizes.guessed()
                    + " jars of the past the size is that of another version, because they"
                    + " are not on this machine");
        }
        if (sizes.unknown() > 0) {
            getLog().warn(sizes.unknown() + " jars of the past count as empty: no version of them can be had.");
        }
        return images;
    }

    private void print(Suggestion suggestion) {
        SuggestTable.lines(suggestion).forEach(getLog()::info);
        SuggestTable.verdict(suggestion).forEach(getLog()::info);
        Path xml = output().resolve("suggest.xml");
        String worth = suggestion.isAutomaticBest() ? ", all the same, for <configuration>" : ", for <configuration>";
        getLog().info("The proposal" + worth + ", also in " + xml + ":");
        SuggestFiles.xml(suggestion).forEach(getLog()::info);
        suggestion.warnings().forEach(getLog()::warn);
    }

    private static long bytes(List<PlacedFile> files) {
        return files.stream()
                .filter(file -> CODE.contains(file.layer()))
                .map(file -> file.entry().content())
                .mapToLong(content -> content instanceof Content.OfFile file
                        ? file.file().toFile().length()
                        : 0)
                .sum();
    }
}
