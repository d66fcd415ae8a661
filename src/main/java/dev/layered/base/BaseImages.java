package dev.layered.base;

import dev.layered.base.BuiltHere.Built;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.image.Digest;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import dev.layered.layout.ImageReader;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.BaseChoice;
import dev.layered.registry.Registries;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds base images by what users write in {@code <from><image>}. */
public final class BaseImages {

    static final String SCRATCH = "scratch";

    private final Path project;
    private final BaseAccess access;

    /**
     * Looks for nothing yet.
     *
     * @param project the folder that relative paths start from
     * @param store keeps what comes from registries, if it keeps anything
     * @param registries asked only when something of a registry is not in the store
     * @param offline whether no registry may be asked
     */
    public BaseImages(Path project, Store store, Supplier<Registries> registries, boolean offline, BuildLog log) {
        this(project, new BaseAccess(store, registries, offline, BuiltHere.NOTHING, log));
    }

    /** Returns the same, which looks first for what the same run made. */
    public BaseImages after(BuiltHere built) {
        return new BaseImages(
                project, new BaseAccess(access.store(), access.registries(), access.offline(), built, access.log()));
    }

    private BaseImages(Path project, BaseAccess access) {
        this.project = project;
        this.access = access;
    }

    /**
     * Returns the base image of each platform, in the order of the platforms. Layers are not read; those of a registry
     * are fetched when they are opened.
     *
     * @param choice {@code scratch}, what {@link StoredImages#at} reads, or an image in a registry
     * @throws LayeredFailure {@code base-platform} or {@code base-ambiguous} if the base has none or several images for a
     *     platform, {@code base-kind} or {@code image-reference} if it is of a kind that cannot be read, {@code
     *     base-offline} if it would have to be asked for, or what {@link ImageReader} notes and a registry tells
     */
    public Map<Platform, BaseImage> resolve(BaseChoice choice, List<Platform> platforms) {
        Map<Platform, BaseImage> bases = new LinkedHashMap<>();
        if (choice.from().equals(SCRATCH)) {
            platforms.forEach(platform -> bases.put(platform, BaseImage.scratch(platform)));
            return bases;
        }
        Optional<StoredImages> stored = StoredImages.at(choice.from(), project);
        Optional<Built> built =
                stored.isPresent() ? Optional.empty() : access.built().find(BaseReference.of(choice));
        BaseCandidates candidates = stored.map(images -> stored(images, choice))
                .or(() -> built.map(image -> built(image, choice)))
                .orElseGet(() -> published(choice, platforms));
        platforms.forEach(platform -> bases.put(platform, candidates.image(platform)));
        return bases;
    }

    /**
     * Returns the digest of a base as this machine knows it, so that nobody is asked: of one that lies here, or of what a tag
     * stood for when it was asked for last. Empty where the store does not know that, and where it is pinned by its digest.
     *
     * @throws LayeredFailure as {@link #resolve}
     */
    public Optional<Digest> digestAtHand(BaseChoice choice, List<Platform> platforms) {
        boolean isPinnedElsewhere = !isAtHand(choice) && isPinned(choice);
        return isPinnedElsewhere ? Optional.empty() : atHand(choice, platforms).map(BaseDigest::of);
    }

    /**
     * Returns the base of each platform as this machine knows it, so that nobody is asked; empty where the store does not
     * know it.
     *
     * @throws LayeredFailure as {@link #resolve}
     */
    public Optional<Map<Platform, BaseImage>> atHand(BaseChoice choice, List<Platform> platforms) {
        if (isAtHand(choice)) {
            return Optional.of(resolve(choice, platforms));
        }
        BaseAccess storeAlone =
                new BaseAccess(access.store(), access.registries(), true, access.built(), BuildLog.SILENT);
        try {
            return Optional.of(new BaseImages(project, storeAlone).resolve(choice, platforms));
        } catch (LayeredFailure failure) {
            if (!failure.problems().get(0).id().equals("base-offline")) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /**
     * Returns the digest of a base for which its registry is asked: for the tag, and for what is not in the store. Empty
     * where there is nothing to ask, since the base is on this machine or pinned by its digest, and where the registry,
     * with a warning, does not tell.
     *
     * @throws LayeredFailure as {@link #resolve}, but for what is not the user's fault
     */
    public Optional<Digest> digestAsked(BaseChoice choice, List<Platform> platforms) {
        if (isAtHand(choice) || isPinned(choice)) {
            return Optional.empty();
        }
        try {
            return Optional.of(BaseDigest.of(resolve(choice, platforms)));
        } catch (LayeredFailure failure) {
            if (!failure.isOutside()) {
                throw failure;
            }
            access.log()
                    .warning("What the base image " + choice
                            + " stands for now is not known, so it is taken to be what it" + " was: "
                            + failure.problems().get(0).what());
            return Optional.empty();
        }
    }

    private static boolean isPinned(BaseChoice choice) {
        return BaseReference.of(choice).digest().isPresent();
    }

    private boolean isAtHand(BaseChoice choice) {
        return choice.from().equals(SCRATCH)
                || StoredImages.at(choice.from(), project).isPresent()
                || access.built().find(BaseReference.of(choice)).isPresent();
    }

    private static BaseCandidates stored(StoredImages stored, BaseChoice choice) {
        Mistakes faults = new Mistakes();
        List<StoredImage> images = stored.images(faults);
        faults.throwIfAny();
        return BaseCandidates.stored(images, !stored.lacksManifests(), choice);
    }

    private BaseCandidates built(Built image, BaseChoice choice) {
        access.log().note("base image " + choice + " is the one that this run made in " + image.layout());
        Mistakes faults = new Mistakes();
        StoredImage stored = StoredImages.in(image.layout()).images(faults).stream()
                .filter(one -> one.name().equals(image.name()))
                .findFirst()
                .orElseThrow(() -> LayeredFailure.mistakes(faults.all()));
        faults.throwIfAny();
        return BaseCandidates.built(stored, BaseReference.of(choice), choice);
    }

    private BaseCandidates published(BaseChoice choice, List<Platform> platforms) {
        ImageReference reference = BaseReference.of(choice);
        RepositoryCopy copy = new RepositoryCopy(reference, access);
        Mistakes faults = new Mistakes();
        StoredImage image = new ImageReader(copy, faults)
                .read("", new BaseTarget(reference, copy, access).find(), told -> mayBeOneOf(platforms, told));
        faults.throwIfAny();
        return BaseCandidates.published(image, reference, choice);
    }

    /** An index may leave out the variant that the config has. */
    private static boolean mayBeOneOf(List<Platform> platforms, Platform told) {
        return platforms.stream()
                .anyMatch(platform -> platform.matches(told)
                        || told.variant().isEmpty()
                                && platform.os().equals(told.os())
                                && platform.architecture().equals(told.architecture()));
    }
}
