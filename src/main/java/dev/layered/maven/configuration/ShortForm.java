package dev.layered.maven.configuration;

import dev.layered.failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The one-line form of lists and maps: {@code a,b} and {@code name=value,name=value}; {@code \,} is a comma. */
final class ShortForm {

    private ShortForm() {}

    /** Returns the items, trimmed, without empty ones. */
    static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
                item.append(',');
                i++;
            } else if (c == ',') {
                items.add(item.toString());
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        items.add(item.toString());
        return items.stream().map(String::trim).filter(s -> !s.isEmpty()).toList();
    }

    /** Returns the list as elements, all from the same place. */
    static Element list(Element text) {
        List<Element> items = items(text.text()).stream()
                .map(item -> Element.text("item", item, text.origin()))
                .toList();
        return Element.parent(text.name(), items, text.origin());
    }

    /** Returns the map as elements; an entry without a name or {@code =} is told and left out. */
    static Element map(Element text, String path, Consumer<Problem> mistakes) {
        List<Element> entries = new ArrayList<>();
        List<String> written = items(text.text());
        for (int i = 0; i < written.size(); i++) {
            int equals = written.get(i).indexOf('=');
            if (equals < 1) {
                mistakes.accept(Findings.mapEntry(text, path, i + 1, written.size()));
            } else {
                String name = written.get(i).substring(0, equals).trim();
                entries.add(Element.text(name, written.get(i).substring(equals + 1), text.origin()));
            }
        }
        return Element.parent(text.name(), entries, text.origin());
    }
}
