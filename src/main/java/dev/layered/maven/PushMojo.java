package dev.layered.maven;

import dev.layered.build.ImagePublisher;
import dev.layered.build.KeyedPlan;
import dev.layered.build.PublishSettings;
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
        PublishInput input = new PublishInput(this, mistakes);
        List<ImageReference> names = input.names();
        Reuse reused = input.reuse();
        List<ImageReference> cached = input.cacheFrom();
        Optional<ImagePlan> planned = handedOver();
        Optional<ReadyImage> ready = planned.isPresent() ? Optional.empty() : ready(mistakes, true);
        Optional<ImagePlan> plan = planned.isPresent() || ready.isPresent() ? planned : resolvedPlan(mistakes);
        return () -> {
            long start = System.nanoTime();
            BuildLog log = buildLog();
            Store store = knowing(Store.open(storeFolder(), output().resolve("store"), log), log);
            PublishSettings settings = input.settings(names, cached, reused, log);
            ImagePublisher publisher = new ImagePublisher(settings, store, log);
            ready.map(image -> publish(image, publisher))
                    .or(() -> plan.map(wanted -> publish(wanted, publisher, store, log)))
                    .ifPresent(outcome -> tell(outcome, Duration.ofNanos(System.nanoTime() - start)));
        };
    }

    @Override
    boolean isTrusting() {
        return !"none".equals(reuse);
    }

    private PublishOutcome publish(ReadyImage image, ImagePublisher publisher) {
        PublishOutcome outcome = publisher.publish(image, baseInRegistry());
        PlanRecord.wasPushed(output());
        return outcome;
    }

    private PublishOutcome publish(ImagePlan plan, ImagePublisher publisher, Store store, BuildLog log) {
        PlanWarnings.tell(plan, this);
        return store.files().healing(() -> {
            KeyedPlan keyed = KeyedPlan.of(plan, bases(store, log), store, log);
            PublishOutcome outcome = publisher.publish(keyed);
            keyed.record(project.getBasedir().toPath(), output(), PlanRecord.OF_PUSH);
            return outcome;
        });
    }

    private void tell(PublishOutcome outcome, Duration time) {
        PublishFile.write(outcome, time, output());
        PublishTable.lines(outcome, time).forEach(getLog()::info);
    }
}
