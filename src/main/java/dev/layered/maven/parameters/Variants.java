package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the element {@code <variants>}: the images that a project makes. */
public final class Variants {

    private final List<VariantParameters> given;
    private final Reading configuration;

    private Variants(List<VariantParameters> given, Reading configuration) {
        this.given = given;
        this.configuration = configuration;
    }

    /**
     * Returns the images to make, in the order written; without variants one without a name. Notes every mistake in them,
     * of those that are skipped only what is wrong with their names.
     *
     * @param from of the project, for what the variants leave out
     * @param limits of the project, for what the variants leave out
     */
    public static List<Variant> read(
            List<VariantParameters> variants, FromParameters from, LimitsParameters limits, Reading configuration) {
        List<VariantParameters> given = Unset.none(variants);
        return given.isEmpty()
                ? List.of(Variant.only(from, limits))
                : new Variants(given, configuration).read(from, limits);
    }

    /** Returns the names of all variants but the default one, of those too that are skipped. */
    public static Set<String> furtherNames(List<VariantParameters> variants, Reading configuration) {
        List<VariantParameters> given = Unset.none(variants);
        int usual = new Variants(given, configuration).usual();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            if (i != usual) {
                names.add(given.get(i).name());
            }
        }
        return names;
    }

    private List<Variant> read(FromParameters from, LimitsParameters limits) {
        checkNames();
        int usual = usual();
        List<Variant> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (!given.get(i).skip) {
                read.add(given.get(i).variant(i == usual, i, from, limits, item(i)));
            }
        }
        if (read.isEmpty()) {
            configuration
                    .at("variants")
                    .mistake(
                            "variant-none",
                            "All variants are skipped.",
                            "remove <skip> from one of them, or pick one by -Dlayered.variants=NAME");
        }
        return read;
    }

    private void checkNames() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String name = given.get(i).name();
            if (!LayerNames.isName(name)) {
                item(i).at("name")
                        .mistake(
                                "variant-name",
                                name.isEmpty()
                                        ? "A variant has no name."
                                        : Shown.quoted(name) + " cannot be the name of a variant.",
                                "write a-z 0-9 . _ -, at most 63 of them");
            } else if (!names.add(name)) {
                item(i).at("name")
                        .mistake(
                                "variant-twice",
                                "Two variants are called " + Shown.quoted(name) + ".",
                                "give each variant a name of its own");
            }
        }
    }

    /** Returns which variant is the default, also where it is skipped, so that no other takes its tags then. */
    private int usual() {
        int usual = -1;
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).asDefault && usual >= 0) {
                item(i).at("asDefault")
                        .mistake(
                                "variant-default",
                                "The variants " + Shown.quoted(given.get(usual).name()) + " and "
                                        + Shown.quoted(given.get(i).name()) + " are both the default.",
                                "keep one <asDefault>true</asDefault>");
            } else if (given.get(i).asDefault) {
                usual = i;
            }
        }
        return Math.max(usual, 0);
    }

    private Reading item(int index) {
        return configuration.at("variants").item(index);
    }
}
