package dev.layered.extra;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of one kind, of which the first that matches counts. */
final class PathRules<R extends PathRule> {

    private final List<R> rules;
    private final Set<R> used = new HashSet<>();

    PathRules(List<R> rules) {
        this.rules = rules;
    }

    /** Returns the rule for an absolute path of the image. */
    Optional<R> of(String path) {
        Optional<R> found =
                rules.stream().filter(rule -> rule.files().matches(path)).findFirst();
        found.ifPresent(used::add);
        return found;
    }

    /** Returns a {@code pattern-unused} of each rule that no path was asked for. */
    List<Problem> unused() {
        return rules.stream()
                .filter(rule -> !used.contains(rule))
                .map(PathRules::unused)
                .toList();
    }

    private static Problem unused(PathRule rule) {
        return new Problem(
                "pattern-unused",
                "The pattern " + Shown.quoted(rule.files()) + " for " + rule.value()
                        + " matches nothing that comes from extra directories, or a rule before it does already.",
                rule.place(),
                "write absolute paths in the image, ** to cross folders, e.g. /etc/**.sh; or remove the rule");
    }

    /** Returns where the value of a path comes from, as text. */
    static String fact(String value, Optional<? extends PathRule> rule, String otherwise) {
        return value + ", "
                + rule.map(r -> "by " + Shown.quoted(r.files()) + ", " + r.place())
                        .orElse(otherwise);
    }
}
