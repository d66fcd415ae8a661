package dev.layered.build;

import dev.layered.base.BaseDigest;
import dev.layered.base.BaseImage;
import dev.layered.base.BaseImages;
import dev.layered.base.BaseOrigin;
import dev.layered.base.PlanOnBase;
import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.record.StillTrue;
import dev.layered.store.Store;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan on its bases, of which no input was read. */
record BasedPlan(ImagePlan plan, Map<Platform, BaseImage> bases) {

    /** Finds the bases and puts the layers on them. */
    static BasedPlan of(ImagePlan planned, BaseImages known, Store store, BuildLog log) {
        Map<Platform, BaseImage> bases = known.resolve(planned.base(), planned.platformList());
        ImagePlan changed = planned.of(BasedContents.of(planned, bases, store, log));
        ImagePlan fitting = ImageSizeLimit.fit(LayerLimit.fit(changed, bases, log), bases, log);
        Map<String, Digest> grounds = new TreeMap<>(fitting.notes().grounds());
        grounds.put(StillTrue.BASE, BaseDigest.of(bases));
        BaseOrigin.of(bases.values()).ifPresent(origin -> grounds.put(StillTrue.NAMED_BASE, origin.digest()));
        return new BasedPlan(PlanOnBase.put(fitting.on(grounds), bases, store, log), bases);
    }

    /** Does the same without asking for bases that no layer depends on; {@code planned} is on the base at hand. */
    static BasedPlan ofContents(ImagePlan planned, BaseImages known, Store store, BuildLog log) {
        Map<Platform, BaseImage> bases =
                PlanOnBase.isNeeded(planned) ? known.resolve(planned.base(), planned.platformList()) : Map.of();
        return new BasedPlan(PlanOnBase.put(planned, bases, store, log), bases);
    }

    /** Returns the layers in the order of the plan, each once. */
    List<PlannedLayer> layers() {
        return layers(List.of(this));
    }

    /** Returns the layers of several plans in their order, each once. */
    static List<PlannedLayer> layers(List<BasedPlan> plans) {
        return plans.stream()
                .flatMap(based -> based.plan().platforms().stream())
                .flatMap(platform -> platform.layers().stream())
                .distinct()
                .toList();
    }
}
