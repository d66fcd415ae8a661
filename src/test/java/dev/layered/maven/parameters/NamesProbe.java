package dev.layered.maven.parameters;

import dev.layered.failure.FailureAssert;
import dev.layered.plan.ImageName;
import dev.layered.plan.ImageTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the names of cart 1.2.0 as a goal does, and keeps what was noted. */
final class NamesProbe {

    final ToParameters to = new ToParameters();
    final List<TargetParameters> targets = new ArrayList<>();
    final List<VariantParameters> variants = new ArrayList<>();
    private final FromParameters from = new FromParameters();
    private final ReadingProbe probe = new ReadingProbe();

    NamesProbe to(String image, String... tags) {
        to.image = image;
        to.tags = tags.length == 0 ? null : List.of(tags);
        return this;
    }

    NamesProbe target(String image, String... tags) {
        TargetParameters target = new TargetParameters();
        target.set(image);
        target.tags = tags.length == 0 ? null : List.of(tags);
        targets.add(target);
        return this;
    }

    NamesProbe platforms(String... texts) {
        from.platforms = platformsOf(texts);
        return this;
    }

    static List<PlatformParameters> platformsOf(String... texts) {
        return Stream.of(texts)
                .map(text -> {
                    PlatformParameters platform = new PlatformParameters();
                    platform.set(text);
                    return platform;
                })
                .toList();
    }

    VariantParameters variant(String name, String... tags) {
        VariantParameters variant = new VariantParameters();
        variant.name = name;
        variant.tags = tags.length == 0 ? null : List.of(tags);
        variants.add(variant);
        return variant;
    }

    Map<String, List<ImageTarget>> read() {
        List<Variant> read = Variants.read(variants, from, new LimitsParameters(), probe.configuration());
        return ImageNames.read(to, targets, read, "cart", "1.2.0", probe.configuration());
    }

    /** Returns the names of the only image, or of a variant, in which nothing is wrong, one target after the other. */
    List<String> names(String... variant) {
        List<ImageTarget> read = read().get(variant.length == 0 ? "" : variant[0]);
        probe.assertNoMistake();
        return read.stream()
                .flatMap(target -> target.names().stream())
                .map(ImageName::reference)
                .toList();
    }

    FailureAssert mistakes() {
        read();
        return probe.assertMistakes();
    }
}
