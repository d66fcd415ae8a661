package dev.layered.maven.configuration;

import dev.layered.failure.Nearest;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The words for what is wrong with a configuration; {@code path} is always as users write it, {@code <from><image>}. */
final class Findings {

    private Findings() {}

    static Problem unknownKey(Element child, Element parent, String path, Collection<String> valid) {
        String where = child.origin().or(parent.origin()).of(path + shown(child));
        return new Problem(
                "configuration-unknown-element",
                "<" + parent.name() + "> has no element " + Shown.quoted(child.name()) + ".",
                where,
                instead(child.name(), valid));
    }

    static Problem unknownParameter(Element child, Collection<String> valid) {
        return new Problem(
                "configuration-unknown-parameter",
                "No goal of this plugin has a parameter " + Shown.quoted(child.name()) + ".",
                child.origin().of(shown(child)),
                instead(child.name(), valid));
    }

    static Problem unknownProperty(String name, Collection<String> valid) {
        String fix = Nearest.to(name, valid)
                .map(near -> "write -D" + near)
                .or(() -> JibNames.advice(name))
                .orElse("use one of: " + Shown.list(valid.stream().sorted().toList()));
        return new Problem(
                "configuration-unknown-property",
                "No parameter of this plugin is set by the property " + Shown.quoted(name) + ".",
                "-D" + Shown.text(name),
                fix + "; a property of your own needs a name that does not begin with 'layered.'");
    }

    static Problem unknownItem(String name, Element list, Origin property, Collection<String> valid) {
        List<String> named = valid.stream().filter(text -> !text.isEmpty()).toList();
        String all = named.isEmpty() ? "leave it out: the pom names none" : "valid is " + Shown.list(named);
        return new Problem(
                "variant-unknown",
                shown(list) + " has no " + Shown.quoted(name) + ".",
                property.of(shown(list)),
                Nearest.to(name, named).map(near -> "write " + near + "; ").orElse("") + all);
    }

    static Problem needsElements(Element element, String path, Collection<String> keys) {
        boolean isSecret = keys.stream().anyMatch(SecretElements::contains);
        return new Problem(
                "configuration-needs-elements",
                shown(element) + " takes elements, not "
                        + (isSecret ? "a text." : "the text " + Shown.quoted(element.text()) + "."),
                element.origin().of(path),
                "put the value into one of its elements: " + Shown.list(keys));
    }

    static Problem needsText(Element element, String path) {
        String name = shown(element);
        String inside = element.children().get(0).name();
        return new Problem(
                "configuration-needs-text",
                name + " takes a text, not elements like " + Shown.quoted(inside) + ".",
                element.origin().of(path),
                "write " + name + "VALUE</" + name.substring(1));
    }

    static Problem missingItem(Element list, String path) {
        String found = list.children().get(0).name();
        String name =
                list.name().endsWith("s") ? list.name().substring(0, list.name().length() - 1) : "item";
        return new Problem(
                "configuration-missing-item",
                "<" + found + "> stands directly in <" + list.name() + ">, which holds one element per item.",
                list.children().get(0).origin().or(list.origin()).of(path + "<" + found + ">"),
                "write <" + name + "> around the elements that belong together");
    }

    /** Shows the entry's number, not its text: it may be a piece of a password with a comma in it. */
    static Problem mapEntry(Element map, String path, int number, int of) {
        return new Problem(
                "configuration-map-entry",
                "Entry " + number + " of " + of + " in the text of " + shown(map) + " is not of the form name=value.",
                map.origin().of(path),
                "write name=value,name=value; a comma inside a value is written \\,");
    }

    /** Shows no values: those of an environment may be secret. */
    static Problem duplicate(List<Element> sameName, String path) {
        Element first = sameName.get(0);
        String places =
                sameName.stream().map(e -> e.origin().shortly()).distinct().collect(Collectors.joining(" and "));
        return new Problem(
                "configuration-duplicate",
                shown(first) + " is given " + sameName.size() + " times.",
                path + shown(first) + " in " + places,
                "keep one of them");
    }

    static Problem wrongWord(String id, Element element, String path, String value, String expected) {
        return new Problem(
                id,
                Shown.quoted(value) + " is not " + expected + ".",
                element.origin().of(path),
                "write " + expected);
    }

    static Problem undefined(Element element, String path) {
        String property = element.text().substring(2, element.text().length() - 1);
        return new Problem(
                "configuration-undefined-property",
                Shown.quoted(element.text()) + " is not defined, so " + shown(element) + " counts as not set.",
                element.origin().of(path),
                "define the property " + Shown.quoted(property) + ", or remove the element");
    }

    static Problem hiddenInExecution(Collection<String> hidden, String goal, String line) {
        String elements = hidden.stream().map(name -> "<" + name + ">").collect(Collectors.joining(", "));
        return new Problem(
                "configuration-in-execution",
                "The goal " + Shown.quoted(goal) + ", called by name, does not see " + elements + ": "
                        + (hidden.size() == 1 ? "it stands" : "they stand") + " inside <execution>.",
                line,
                "move them out of <execution> into the <configuration> of the plugin");
    }

    private static String instead(String word, Collection<String> valid) {
        List<String> sorted = valid.stream().sorted().toList();
        return Nearest.to(word, valid)
                .map(near -> "write <" + near + ">; valid here: " + Shown.list(sorted))
                .or(() -> JibNames.advice(word))
                .orElse("use one of: " + Shown.list(sorted));
    }

    private static String shown(Element element) {
        return "<" + Shown.text(element.name()) + ">";
    }
}
