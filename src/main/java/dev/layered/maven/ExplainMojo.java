package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.plan.DependencyTree;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlanExplanation;
import dev.layered.report.ExplanationText;
import java.util.List;
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
    void show(List<ImagePlan> plans) {
        DependencyTree tree = dependencies.tree(project, session);
        for (ImagePlan wanted : plans) {
            ImagePlan plan = preview().onBaseAtHand(wanted);
            if (plans.size() > 1) {
                getLog().info(plan.identity().shown() + ":");
            }
            PlanExplanation explanation =
                    new PlanExplanation(plan, tree, project.getBasedir().toPath());
            if (explain != null) {
                answer(explanation, plans.size() + session.getProjects().size() == 2);
                continue;
            }
            ExplanationText.lines(explanation.everyLayer()).forEach(getLog()::info);
            preview().changes(plan, leftOut(), output()).forEach(getLog()::info);
        }
    }

    /** Of several images one may hold what is asked for: the others say that they do not, and the run goes on. */
    private void answer(PlanExplanation explanation, boolean isOnly) {
        try {
            ExplanationText.lines(explanation.of(explain)).forEach(getLog()::info);
        } catch (LayeredFailure failure) {
            if (isOnly) {
                throw failure;
            }
            getLog().info(failure.problems().get(0).what());
        }
    }
}
