package dev.layered.natives;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds platforms in names: an operating system, an architecture, or both, among other words that {@code -}, {@code _} or
 * {@code .} separates. Only whole words count, so that {@code winter} is no Windows; {@code linux64} and
 * {@code linuxarm64} are two words without a separator.
 */
final class PlatformNames {

    private static final Pattern WORD = Pattern.compile("[^-_.]+");
    private static final Set<String> NATIVE = Set.of("", "native", "natives");

    private final String text;
    private final List<Span> words = new ArrayList<>();
    private final List<Span> systems = new ArrayList<>();
    private final List<Span> architectures = new ArrayList<>();

    private PlatformNames(String text) {
        this.text = text;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Span(matcher.start(), matcher.end()));
        }
        for (int i = 0; i < words.size(); i++) {
            read(i);
        }
    }

    /** Letters of the text, from one up to another. */
    private record Span(int from, int to) {}

    /** Returns what a classifier names, or nothing where it names no platform. */
    static Optional<PlatformName> ofClassifier(String classifier) {
        return new PlatformNames(classifier).anywhere();
    }

    /** Returns what the end of an artifactId names, both words side by side; one alone may mean anything. */
    static Optional<PlatformName> ofArtifactId(String artifactId) {
        PlatformNames names = new PlatformNames(artifactId);
        return names.beside()
                .filter(name -> name.after().isEmpty() && !name.before().isEmpty() && !name.isTurned());
    }

    private void read(int index) {
        Span word = words.get(index);
        String spelled = text(word);
        Optional<String> prefix = OsWords.prefix(spelled);
        if (OsWords.system(spelled).isPresent()) {
            systems.add(word);
        } else if (prefix.isPresent()) {
            int end = word.from() + prefix.get().length();
            architecture(new Span(end, word.to()), index).ifPresent(glued -> {
                boolean isName = word(glued).isBits() && isArchitecture(index + 1); // in win32.x86_64 it is no number
                systems.add(isName ? word : new Span(word.from(), end));
                if (!isName) {
                    architectures.add(glued);
                }
            });
        } else {
            architecture(word, index).ifPresent(architectures::add);
        }
    }

    /** Looks at the word together with the next one first: x86 is another architecture than x86_64. */
    private Optional<Span> architecture(Span word, int index) {
        if (index + 1 < words.size()) {
            Span both = new Span(word.from(), words.get(index + 1).to());
            if (ArchitectureWord.of(text(both)).isPresent()) {
                return Optional.of(both);
            }
        }
        return Optional.of(word).filter(one -> ArchitectureWord.of(text(one)).isPresent());
    }

    private boolean isArchitecture(int index) {
        return index < words.size() && architecture(words.get(index), index).isPresent();
    }

    private Optional<PlatformName> anywhere() {
        Optional<PlatformName> beside = beside();
        if (beside.isPresent()) {
            return beside;
        }
        Optional<Span> system = systems.stream().findFirst();
        Optional<Span> architecture = architectures.stream()
                .filter(word -> system.isPresent() || !word(word).isWeak())
                .filter(word ->
                        !word(word).isBits() && !word(word).architecture().equals(ArchitectureWord.ANY))
                .findFirst();
        if (system.isPresent() && architecture.isPresent()) {
            return Optional.of(name(system.get(), architecture.get()));
        }
        return system.filter(this::isMeant)
                .map(os -> new PlatformName(before(os), text(os), "", "", after(os), false))
                .or(() -> architecture.map(
                        word -> new PlatformName(before(word), "", "", text(word), after(word), false)));
    }

    /** Looks for a separator between the two first, then for none, then for the architecture first. */
    private Optional<PlatformName> beside() {
        return beside((os, word) -> word.from() - os.to() == 1)
                .or(() -> beside((os, word) -> word.from() == os.to()))
                .or(() -> beside((os, word) -> os.from() - word.to() == 1));
    }

    private Optional<PlatformName> beside(BiPredicate<Span, Span> areBeside) {
        return systems.stream()
                .flatMap(os -> architectures.stream()
                        .filter(word -> areBeside.test(os, word))
                        .map(word -> name(os, word)))
                .findFirst();
    }

    private boolean isMeant(Span os) {
        String first = before(os).replaceAll("[-_.]$", "");
        return !OsWords.isWeak(text(os)) || NATIVE.contains(first.toLowerCase(Locale.ROOT));
    }

    private PlatformName name(Span os, Span architecture) {
        boolean isTurned = architecture.from() < os.from();
        Span first = isTurned ? architecture : os;
        Span second = isTurned ? os : architecture;
        String joint = text.substring(first.to(), second.from());
        return new PlatformName(before(first), text(os), joint, text(architecture), after(second), isTurned);
    }

    private ArchitectureWord word(Span word) {
        return ArchitectureWord.of(text(word)).orElseThrow();
    }

    private String before(Span word) {
        return text.substring(0, word.from());
    }

    private String after(Span word) {
        return text.substring(word.to());
    }

    private String text(Span word) {
        return text.substring(word.from(), word.to());
    }
}
