package dev.layered.plan;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an image and its application have no more bytes than the user allows; no file is opened. */
public final class SizeCheck {

    private static final int SHOWN = 3;

    private static final Set<String> APPLICATION =
            Set.of(StandardLayer.CLASSES.layerName(), StandardLayer.RESOURCES.layerName());

    private SizeCheck() {}

    /** A part of what is too big, under the name that messages give it. */
    private record Part(String name, long bytes) {}

    /**
     * Returns a {@code limit-image} if the image of a platform is too big, for the biggest of them.
     *
     * @param identity whose limits they are
     * @param bases the layers of the base of each platform, so far as they are known
     */
    public static Optional<Problem> image(
            SizeLimits limits,
            ImageIdentity identity,
            List<PlatformPlan> plans,
            Map<Platform, List<Descriptor>> bases) {
        return limits.image()
                .flatMap(limit -> plans.stream()
                        .map(plan -> image(limit, identity, plan, bases.getOrDefault(plan.platform(), List.of())))
                        .max(Comparator.comparingLong(Sum::bytes))
                        .filter(biggest -> biggest.bytes() > limit.bytes())
                        .map(Sum::problem));
    }

    /** What the image of a platform has, and what is wrong with it if that is too much. */
    private record Sum(long bytes, Problem problem) {}

    private static Sum image(SizeLimits.Limit limit, ImageIdentity identity, PlatformPlan plan, List<Descriptor> base) {
        List<Part> parts = new ArrayList<>();
        base.forEach(layer -> parts.add(new Part("the base's " + layer.digest().shortHex(), layer.size())));
        long ofBase = bytes(parts);
        plan.layers().forEach(layer -> parts.add(new Part(Shown.quoted(layer.name()), FileBytes.of(layer))));
        String what = identity.inMessage() + " for " + plan.platform() + " has " + Shown.size(bytes(parts))
                + (base.isEmpty() ? "" : ", " + Shown.size(ofBase) + " of them the base's") + "; no more than "
                + Shown.size(limit.bytes()) + " are allowed. Its biggest layers: " + biggest(parts) + ".";
        String fix = "leave out what is not needed, take a smaller base image, or raise the limit";
        return new Sum(bytes(parts), new Problem("limit-image", what, limit.place(), fix));
    }

    /** Returns a {@code limit-app-layer} if the application's own classes and resources are too big. */
    public static Optional<Problem> appLayer(SizeLimits limits, PlanContents contents) {
        return limits.appLayer().flatMap(limit -> {
            List<Part> parts = contents.files().stream()
                    .filter(file -> APPLICATION.contains(file.layer()))
                    .map(PlacedFile::entry)
                    .map(entry -> new Part(Shown.quoted("/" + entry.path()), FileBytes.of(entry)))
                    .toList();
            return bytes(parts) <= limit.bytes()
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            "limit-app-layer",
                            "The classes and resources of the application have " + Shown.size(bytes(parts))
                                    + "; no more than " + Shown.size(limit.bytes())
                                    + " are allowed. The biggest files: " + biggest(parts) + ".",
                            limit.place(),
                            "take out of the resources what belongs elsewhere, e.g. into a layer of its own by"
                                    + " <extraDirectories>, or raise the limit"));
        });
    }

    private static long bytes(List<Part> parts) {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    private static String biggest(List<Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparingLong(Part::bytes).reversed())
                .limit(SHOWN)
                .map(part -> part.name() + " (" + Shown.size(part.bytes()) + ")")
                .collect(Collectors.joining(", "));
    }
}
