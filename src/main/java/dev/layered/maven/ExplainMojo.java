package dev.layered.maven;

import dev.layered.build.PlanPreview;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.DependencyTree;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlanExplanation;
import dev.layered.report.ExplanationText;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says of an artifact, a file, a path of the image or a layer where it is and why; without a question, of every layer
 * what is in it and what changed since the image was made. Writes nothing.
 */
@Mojo(name = "explain", threadSafe = true, configurator = "layered")
public final class ExplainMojo extends PreviewMojo {

    /**
     * What to explain: a layer's name, a path in the image, a pattern of artifacts, or a file of the project. By default
     * every layer. Example: {@code -Dlayered.explain=org.slf4j:*}.
     */
    @Parameter
    private String explain;

    @Override
    void show(ImagePlan plan) {
        Path basedir = project.getBasedir().toPath();
        DependencyTree tree = dependencies.tree(project, session);
        PlanExplanation explanation = new PlanExplanation(plan, tree, basedir);
        if (explain != null) {
            ExplanationText.lines(explanation.of(explain)).forEach(getLog()::info);
            return;
        }
        ExplanationText.lines(explanation.everyLayer()).forEach(getLog()::info);
        BuildLog log = new MavenBuildLog(getLog());
        new PlanPreview(basedir, store(log), log).changes(plan, output()).forEach(getLog()::info);
    }
}
