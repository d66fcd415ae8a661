package dev.layered.maven.parameters;

import dev.layered.failure.Nearest;
import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The scopes of artifacts that may be in an image. */
final class Scopes {

    private static final Set<String> ALL = new TreeSet<>(Set.of("compile", "runtime", "system"));

    private Scopes() {}

    /** Returns the scopes, all of them where none is given; notes {@code layer-scope}. */
    static Set<String> read(List<String> texts, Reading reading) {
        List<String> given = Unset.none(texts).stream().map(String::strip).toList();
        for (int i = 0; i < given.size(); i++) {
            String scope = given.get(i);
            if (!ALL.contains(scope)) {
                String reason = scope.equals("provided") || scope.equals("test")
                        ? Shown.quoted(scope) + " artifacts are never in an image."
                        : Shown.quoted(scope) + " is no scope.";
                reading.item(i)
                        .mistake(
                                "layer-scope",
                                reason,
                                Nearest.to(scope, ALL)
                                                .map(n -> "write " + n + "; ")
                                                .orElse("") + "valid is " + Shown.list(ALL));
            }
        }
        return given.isEmpty() ? ALL : new TreeSet<>(given);
    }
}
