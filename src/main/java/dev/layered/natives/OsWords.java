package dev.layered.natives;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that name operating systems in artifacts. */
final class OsWords {

    /** The system in Go's words, and how artifacts spell it, the usual word first. */
    private static final Map<String, List<String>> SYSTEMS = table("""
            linux     linux
            darwin    osx macos macosx mac darwin
            windows   windows win
            freebsd   freebsd
            openbsd   openbsd
            netbsd    netbsd
            dragonfly dragonfly dragonflybsd
            android   android
            ios       ios
            solaris   solaris sunos
            aix       aix
            """);

    /** Words for other things too, which count where nothing but {@code native} or {@code natives} stands before. */
    private static final List<String> WEAK = List.of("win", "mac", "darwin", "ios", "android", "aix", "dragonfly");

    private OsWords() {}

    private static Map<String, List<String>> table(String text) {
        Map<String, List<String>> systems = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            List<String> words = List.of(line.split(" +"));
            systems.put(words.get(0), words.subList(1, words.size()));
        });
        return systems;
    }

    /** Returns the system that the word names, in Go's words. */
    static Optional<String> system(String word) {
        return SYSTEMS.entrySet().stream()
                .filter(system -> system.getValue().contains(word.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the words for a system, the usual one first; its own name where there are none. */
    static List<String> of(String system) {
        return SYSTEMS.getOrDefault(system, List.of(system));
    }

    /** Returns the longest word of a system that the text begins with and goes on after. */
    static Optional<String> prefix(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SYSTEMS.values().stream()
                .flatMap(List::stream)
                .filter(word -> lower.startsWith(word) && lower.length() > word.length())
                .reduce((a, b) -> a.length() >= b.length() ? a : b);
    }

    /** Whether the word means an operating system only at the beginning of a name. */
    static boolean isWeak(String word) {
        return WEAK.contains(word.toLowerCase(Locale.ROOT));
    }
}
