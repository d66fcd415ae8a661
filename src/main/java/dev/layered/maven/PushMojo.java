package dev.layered.maven;

import dev.layered.build.FormerPush;
import dev.layered.build.ImagePublisher;
import dev.layered.build.PublishSettings.Reuse;
import dev.layered.failure.Mistakes;
import dev.layered.image.ImageReference;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.plan.ImagePlan;
import dev.layered.record.PlanRecord;
import dev.layered.report.PublishFile;
import dev.layered.report.PublishTable;
import dev.layered.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Publishes the image under all its tags: the one that the same run made, or the one in {@code target/layered} while it
 * is still true; else what the project has now, of which only the layers are made that nobody has.
 */
@Mojo(name = "push", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true, configurator = "layered")
public final class PushMojo extends ImageMojo {

    /**
     * Whose word is taken for what a layer of a key is: {@code all}, {@code store} for the local store alone, or
     * {@code none}, so that every layer is made. By default everybody's. Example: {@code store}.
     */
    @Parameter(defaultValue = "all")
    String reuse;

    /** Images whose layers may be reused besides those of the image itself. By default none. Example: {@code shop/cart:main}. */
    @Parameter
    List<String> cacheFrom;

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        long start = System.nanoTime();
        PublishInput input = new PublishInput(this, mistakes);
        List<ImageReference> names = input.names();
        Reuse reused = input.reuse();
        List<ImageReference> cached = input.cacheFrom();
        BuildLog log = buildLog();
        Supplier<ImagePublisher> publisher =
                () -> new ImagePublisher(input.settings(names, cached, reused, log), store(log), log);
        Optional<ImagePlan> planned = handedOver(ImagePlan.class);
        boolean isDecided = planned.isPresent() || handedOver(FormerPush.class).isPresent();
        Optional<ReadyImage> ready = isDecided ? Optional.empty() : ready(mistakes, true);
        boolean isToBeMade = planned.isPresent() || ready.isPresent();
        Optional<PublishOutcome> same = isToBeMade
                ? Optional.empty()
                : former(mistakes).flatMap(former -> publisher.get().ifPublished(former.digest(), baseInRegistry()));
        if (same.isPresent()) {
            return () -> tell(same.get(), start);
        }
        Optional<ImagePlan> plan = isToBeMade ? planned : resolvedPlan(mistakes);
        return () -> ready.map(image -> publish(image, publisher.get()))
                .or(() -> plan.map(wanted -> publish(wanted, publisher.get(), log)))
                .ifPresent(outcome -> tell(outcome, start));
    }

    /** Returns the last push where it published what this run would publish. */
    private Optional<FormerPush> former(Mistakes mistakes) {
        if (!mayBeSame(mistakes)) {
            return Optional.empty();
        }
        return handedOver(FormerPush.class)
                .or(() -> FormerPush.in(project.getBasedir().toPath(), output())
                        .filter(former -> isStillTrue(former, List.of(), store(buildLog()), true)));
    }

    @Override
    boolean isTrusting() {
        return isTrusting(reuse);
    }

    private PublishOutcome publish(ReadyImage image, ImagePublisher publisher) {
        PublishOutcome outcome = publisher.publish(image, baseInRegistry());
        PlanRecord.wasPushed(output());
        return outcome;
    }

    private PublishOutcome publish(ImagePlan plan, ImagePublisher publisher, BuildLog log) {
        PlanWarnings.tell(plan, this);
        Store store = store(log);
        return store.files().healing(() -> {
            ImagePublisher.Published published = publisher.publish(plan, bases(store, log));
            published.keyed().record(project.getBasedir().toPath(), output(), PlanRecord.OF_PUSH);
            return published.outcome();
        });
    }

    private void tell(PublishOutcome outcome, long start) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        PublishFile.write(outcome, time, output());
        PublishTable.lines(outcome, time).forEach(getLog()::info);
    }
}
