package dev.layered.maven.configuration;

import dev.layered.failure.Problem;
import java.util.List;
import java.util.function.Consumer;

/**
 * Items of a list that a property picks by name. The others stay in the list and are skipped, so that what depends on
 * their order stays as it is.
 *
 * @param names as given; without any, the list stays as the pom has it
 * @param origin of the property
 */
record PickedItems(List<String> names, Origin origin) {

    private static final String NAME = "name";
    private static final String SKIP = "skip";

    /** Returns the list with {@code <skip>} in each item; a name that no item has is told. */
    Element of(Element list, Consumer<Problem> mistakes) {
        List<String> valid = list.children().stream().map(PickedItems::name).toList();
        names.stream()
                .distinct()
                .filter(name -> !valid.contains(name))
                .forEach(name -> mistakes.accept(Findings.unknownItem(name, list, origin, valid)));
        return names.stream().anyMatch(valid::contains)
                ? list.with(list.children().stream().map(this::marked).toList())
                : list;
    }

    /** An item that says nothing stays so, since such items are left out. */
    private Element marked(Element item) {
        return item.isSet() ? item.with(Element.text(SKIP, String.valueOf(!names.contains(name(item))), origin)) : item;
    }

    private static String name(Element item) {
        return item.child(NAME).map(Element::text).orElse("");
    }
}
