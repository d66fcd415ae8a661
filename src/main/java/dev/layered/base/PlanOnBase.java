package dev.layered.base;

import dev.layered.image.Descriptor;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.PlatformPlan;
import dev.layered.store.DiskNeed;
import dev.layered.store.Store;
import java.util.List;
import java.util.Map;

/** Puts a plan on its base images: folders and links above its files are as each base has them. */
public final class PlanOnBase {

    private PlanOnBase() {}

    /** Whether the layers of the plan depend on what the bases have. */
    public static boolean isNeeded(ImagePlan plan) {
        ApplicationRoot root = new ApplicationRoot(plan.settings().root());
        return !plan.platforms().stream().allMatch(platform -> isOnlyPlaceOf(root, platform));
    }

    /**
     * Returns the plan with the places and folders that the bases give. Only a base whose plan writes outside the
     * application's root is listed.
     *
     * @throws dev.layered.failure.LayeredFailure {@code base-folder}, {@code base-file}, {@code base-link} or {@code
     *     path-twice} where a file cannot stand, {@code base-layer} or {@code base-unreadable} where a layer of the base
     *     cannot be read, {@code disk-short} where what is fetched to be listed does not fit into the store
     */
    public static ImagePlan put(ImagePlan plan, Map<Platform, BaseImage> bases, Store store, BuildLog log) {
        ApplicationRoot root = new ApplicationRoot(plan.settings().root());
        BaseListings listings = new BaseListings(store, log);
        DiskNeed.check(store.need(bytesToFetch(plan, bases, listings, store)));
        return plan.with(plan.platforms().stream()
                .map(platform -> isOnlyPlaceOf(root, platform)
                        ? platform
                        : put(platform, bases.get(platform.platform()), plan, listings))
                .toList());
    }

    private static long bytesToFetch(
            ImagePlan plan, Map<Platform, BaseImage> bases, BaseListings listings, Store store) {
        ApplicationRoot root = new ApplicationRoot(plan.settings().root());
        return plan.platforms().stream()
                .filter(platform -> !isOnlyPlaceOf(root, platform))
                .map(platform -> bases.get(platform.platform()))
                .filter(base -> base.origin().isPresent())
                .flatMap(base -> base.descriptors().stream())
                .distinct()
                .filter(layer -> !layer.isForeign()
                        && !listings.has(layer)
                        && !store.blobs().has(layer))
                .mapToLong(Descriptor::size)
                .sum();
    }

    private static boolean isOnlyPlaceOf(ApplicationRoot root, PlatformPlan platform) {
        return platform.layers().stream().allMatch(root::isOnlyPlaceOf);
    }

    private static PlatformPlan put(PlatformPlan platform, BaseImage base, ImagePlan plan, BaseListings listings) {
        ApplicationRoot root = new ApplicationRoot(plan.settings().root());
        OnBase onBase =
                new OnBase(listings.tree(base.layers()), root, plan.base().from());
        List<PlannedLayer> layers = onBase.put(platform.layers());
        return new PlatformPlan(platform.platform(), layers, platform.empty(), platform.assignments());
    }
}
