package dev.layered.maven.configuration;

import dev.layered.failure.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares a configuration with what the goal declares, notes every mistake and leaves the wrong parts out.
 *
 * <p>What it returns binds without an exception: lists and maps in their short form are spelled out as elements, and
 * empty items are gone, so that the nth item is the nth value of the bound list.
 */
final class ConfigurationCheck {

    private final Expressions expressions;
    private final List<Problem> mistakes = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    ConfigurationCheck(Expressions expressions) {
        this.expressions = expressions;
    }

    List<Problem> mistakes() {
        return mistakes;
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** Returns what can be bound of an element; {@code around} are the elements it stands in. */
    Optional<Element> checked(Shape shape, Element element, Origin above, String around) {
        String path = around + "<" + element.name() + ">";
        Element placed = new Element(
                element.name(),
                element.text(),
                element.fallback(),
                element.children(),
                element.origin().or(above));
        if (placed.text() != null && expressions.isUndefined(placed.text())) {
            warnings.add(Findings.undefined(placed, path));
            return Optional.empty();
        }
        if (shape instanceof Shape.ListOf list) {
            return list(list, placed, path);
        } else if (shape instanceof Shape.MapOfTexts) {
            return map(placed, path);
        } else if (shape instanceof Shape.Bean bean) {
            return bean(bean, placed, path);
        }
        return scalar((Shape.Scalar) shape, placed, path);
    }

    private Optional<Element> scalar(Shape.Scalar scalar, Element element, String path) {
        if (!element.children().isEmpty()) {
            mistakes.add(Findings.needsText(element, path));
            return Optional.empty();
        }
        if (element.text() != null) {
            String value = expressions.resolved(element.text());
            if (scalar == Shape.Scalar.FLAG && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                mistakes.add(Findings.wrongWord("configuration-flag", element, path, value, "true or false"));
                return Optional.empty();
            }
            if (scalar == Shape.Scalar.NUMBER && !value.matches("-?\\d{1,9}")) {
                mistakes.add(Findings.wrongWord("configuration-number", element, path, value, "a whole number"));
                return Optional.empty();
            }
        }
        return Optional.of(element);
    }

    private Optional<Element> list(Shape.ListOf shape, Element element, String path) {
        if (element.text() != null && expressions.isObject(element.text())) {
            return Optional.of(element);
        }
        Element spelledOut = element.text() == null ? element : ShortForm.list(resolved(element));
        boolean keysWithoutItem = shape.item() instanceof Shape.Bean bean
                && spelledOut.children().stream().map(Element::name).anyMatch(bean.keys()::containsKey);
        if (keysWithoutItem) {
            mistakes.add(Findings.missingItem(spelledOut, path));
            return Optional.empty();
        }
        List<Element> items = new ArrayList<>();
        for (Element item : spelledOut.children()) {
            if (item.isSet()) {
                checked(shape.item(), item, element.origin(), path).ifPresent(items::add);
            }
        }
        return Optional.of(spelledOut.with(items));
    }

    private Optional<Element> map(Element element, String path) {
        if (element.text() != null && expressions.isObject(element.text())) {
            return Optional.of(element);
        }
        Element spelledOut = element.text() == null ? element : ShortForm.map(resolved(element), path, mistakes::add);
        List<Element> entries =
                spelledOut.children().stream().map(ConfigurationCheck::entry).toList();
        return Optional.of(spelledOut.with(children(key -> Shape.Scalar.TEXT, spelledOut.with(entries), path)));
    }

    /** Returns the entry under its name; a name that is no XML name is given as {@code <name>} beside {@code <value>}. */
    private static Element entry(Element written) {
        Optional<Element> name = written.child("name");
        Optional<Element> value = written.child("value");
        if (written.children().size() != 2
                || name.isEmpty()
                || value.isEmpty()
                || name.get().text() == null) {
            return written;
        }
        return Element.text(name.get().text(), value.get().text(), name.get().origin());
    }

    private Optional<Element> bean(Shape.Bean bean, Element element, String path) {
        Map<String, Shape> keys = bean.keys();
        if (element.text() != null
                && !(bean.hasShortForm() && element.children().isEmpty())) {
            mistakes.add(Findings.needsElements(element, path, keys.keySet()));
            return Optional.empty();
        }
        element.children().stream()
                .filter(child -> !keys.containsKey(child.name()))
                .forEach(child -> mistakes.add(Findings.unknownKey(child, element, path, keys.keySet())));
        return Optional.of(element.with(children(keys::get, element, path)));
    }

    /** Returns the children of known shape, of each name the first. */
    private List<Element> children(Function<String, Shape> shapes, Element parent, String path) {
        Map<String, List<Element>> byName = new LinkedHashMap<>();
        parent.children()
                .forEach(c ->
                        byName.computeIfAbsent(c.name(), n -> new ArrayList<>()).add(c));
        List<Element> checked = new ArrayList<>();
        byName.forEach((name, sameName) -> {
            Shape shape = shapes.apply(name);
            if (shape == null) {
                return;
            }
            if (sameName.size() > 1) {
                mistakes.add(Findings.duplicate(sameName, path));
            }
            checked(shape, sameName.get(0), parent.origin(), path).ifPresent(checked::add);
        });
        return checked;
    }

    private Element resolved(Element element) {
        return Element.text(element.name(), expressions.resolved(element.text()), element.origin());
    }

    /** Notes top-level elements that no goal declares, and those given twice. */
    void checkTopLevel(Element pom, GoalParameters all) {
        pom.children().stream()
                .filter(child -> !all.names().contains(child.name()))
                .forEach(child -> mistakes.add(Findings.unknownParameter(child, all.suggested())));
        pom.children().stream().map(Element::name).distinct().map(pom::all).forEach(sameName -> {
            if (sameName.size() > 1) {
                mistakes.add(Findings.duplicate(sameName, ""));
            }
        });
    }
}
