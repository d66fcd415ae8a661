package dev.layered.plan;

import dev.layered.image.ImageReference;
import java.util.List;
import java.util.Optional;

/** What images of tests are called. */
public final class SampleIdentity {

    private SampleIdentity() {}

    /** Returns the identity of a module's only image, by its names in each repository. */
    public static ImageIdentity only(String reference, List<List<ImageName>> repositories) {
        return of("", true, reference, repositories);
    }

    /** Returns the identity of a module's only image, which has one name. */
    public static ImageIdentity only(String reference) {
        return only(reference, List.of(List.of(new ImageName(reference, Optional.empty()))));
    }

    /** Returns the identity of a variant. */
    public static ImageIdentity of(
            String variant, boolean isDefault, String reference, List<List<ImageName>> repositories) {
        List<ImageTarget> targets =
                repositories.stream().map(SampleIdentity::target).toList();
        return new ImageIdentity(variant, isDefault, false, reference, targets);
    }

    private static ImageTarget target(List<ImageName> names) {
        ImageReference name = ImageReference.parse(names.get(0).reference());
        ImageReference repository =
                new ImageReference(name.registry(), name.repository(), Optional.empty(), Optional.empty());
        return new ImageTarget(repository, names);
    }
}
