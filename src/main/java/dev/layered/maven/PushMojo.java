package dev.layered.maven;

import dev.layered.build.FormerPush;
import dev.layered.build.ImagePublisher;
import dev.layered.build.ImagePublisher.Published;
import dev.layered.build.LayoutPublisher;
import dev.layered.build.PublishSettings;
import dev.layered.build.PublishSettings.Reuse;
import dev.layered.failure.Mistakes;
import dev.layered.image.ImageReference;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImagePlan;
import dev.layered.record.PlanRecord;
import dev.layered.report.ImageFiles;
import dev.layered.report.PublishFile;
import dev.layered.report.PublishTable;
import dev.layered.report.VariantFolders;
import dev.layered.store.Store;
import java.time.Duration;
import java.util.ArrayList;
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
        input.claim();
        Reuse reused = input.reuse();
        List<ImageReference> cached = input.cacheFrom();
        BuildLog log = buildLog();
        Supplier<PublishSettings> settings = () -> input.settings(cached, reused, log);
        Optional<HandedOver> left = HandedOver.to(project);
        List<ReadyImage> ready = left.isPresent() ? List.of() : ready(mistakes, true);
        boolean isToBeMade = left.filter(it -> it.pushes().isEmpty()).isPresent() || !ready.isEmpty();
        List<List<PublishOutcome>> same = isToBeMade ? List.of() : same(mistakes, left, settings, log);
        if (!same.isEmpty()) {
            return () -> tell(same, start);
        }
        if (!ready.isEmpty()) {
            return () -> tell(publishReady(ready, settings.get(), log), start);
        }
        List<ImagePlan> plans = isToBeMade ? left.get().plans() : resolvedPlans(mistakes);
        return () -> {
            if (!plans.isEmpty()) {
                tell(publish(plans, settings.get(), log), start);
            }
        };
    }

    /** Returns what the last push published, where it is what this run would publish and is still there. */
    private List<List<PublishOutcome>> same(
            Mistakes mistakes, Optional<HandedOver> left, Supplier<PublishSettings> settings, BuildLog log) {
        if (!mayBeSame(mistakes)) {
            return List.of();
        }
        List<FormerPush> formers = left.map(HandedOver::pushes).orElseGet(this::formerPushes);
        if (left.isEmpty() && !areStillTrue(formers, List.of(), store(log), true)) {
            return List.of();
        }
        List<VariantInput> images = variantInputs();
        LayoutPublisher publisher = new LayoutPublisher(settings.get(), identities(), log);
        List<List<PublishOutcome>> there = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            VariantInput image = images.get(i);
            publisher
                    .ifPublished(image.identity(), formers.get(i).digests(), image.baseInRegistry())
                    .ifPresent(there::add);
        }
        return there.size() == images.size() ? there : List.of();
    }

    @Override
    boolean isTrusting() {
        return isTrusting(reuse);
    }

    private List<List<PublishOutcome>> publishReady(List<ReadyImage> ready, PublishSettings settings, BuildLog log) {
        List<VariantInput> images = variantInputs();
        LayoutPublisher publisher = new LayoutPublisher(settings, identities(), log);
        List<List<PublishOutcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            VariantInput image = images.get(i);
            outcomes.add(publisher.publish(ready.get(i), image.identity(), image.baseInRegistry()));
            PlanRecord.wasPushed(image.identity().folder(output()));
        }
        return outcomes;
    }

    private List<List<PublishOutcome>> publish(List<ImagePlan> plans, PublishSettings settings, BuildLog log) {
        PlanWarnings.tell(plans, this);
        Store store = store(log);
        return store.files().healing(() -> {
            List<Published> all = new ImagePublisher(settings, store, log).publish(plans, bases(store, log));
            for (Published one : all) {
                one.keyed()
                        .movedBase(output(), PlanRecord.OF_PUSH, one.baseBefore())
                        .ifPresent(log::note);
                one.keyed().record(project.getBasedir().toPath(), output(), PlanRecord.OF_PUSH);
            }
            return all.stream().map(Published::outcomes).toList();
        });
    }

    /** Writes and prints what was published: for each image what it is in each repository. */
    private void tell(List<List<PublishOutcome>> images, long start) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        List<ImageIdentity> wanted = identities();
        for (int i = 0; i < images.size(); i++) {
            PublishFile.write(images.get(i), time, wanted.get(i).folder(output()));
        }
        ImageFiles.writePublished(images, output());
        VariantFolders.keepPushes(VariantInput.furtherNames(this), output());
        PublishTable.lines(images, time).forEach(getLog()::info);
    }
}
