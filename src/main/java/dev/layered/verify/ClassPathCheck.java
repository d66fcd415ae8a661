package dev.layered.verify;

import dev.layered.failure.Shown;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.record.LayerMark;
import dev.layered.record.RecordedArtifact;
import dev.layered.record.RecordedPlan;
import dev.layered.record.RecordedPlatform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Proves that every artifact of the class path is in its layer and on the class path of the image, in Maven's order, and
 * that the class path names no library that is not in the image.
 */
final class ClassPathCheck {

    private static final String FIX = "build the image again; if it stays, report it with plan.json";

    private final RecordedPlan plan;
    private final RecordedPlatform platform;
    private final Check check;

    /** Sources by path of the image, of every file that was copied. */
    private final Map<String, Path> sources = new LinkedHashMap<>();

    private final Set<String> folders = new HashSet<>();

    private ClassPathCheck(RecordedPlan plan, RecordedPlatform platform, Check check) {
        this.plan = plan;
        this.platform = platform;
        this.check = check;
    }

    static void compare(RecordedPlan plan, RecordedPlatform platform, Check check) {
        new ClassPathCheck(plan, platform, check).compare();
    }

    private void compare() {
        check.saw(platform.artifacts().size(), "artifacts");
        Set<Path> artifacts = new HashSet<>();
        platform.artifacts().forEach(artifact -> artifacts.add(artifact.source()));
        for (RecordedArtifact artifact : platform.artifacts()) {
            artifact.inBase().ifPresent(path -> {
                sources.put(path, artifact.source());
                folders.add(folder(path));
            });
            boolean found = artifact.inBase().isPresent()
                    || entriesOf(artifact.layer()::equals)
                            .anyMatch(entry -> source(entry)
                                    .filter(artifact.source()::equals)
                                    .isPresent());
            if (!found) {
                fault("The artifact " + Shown.quoted(artifact.coordinates()) + " is not in its layer "
                        + Shown.quoted(artifact.layer()) + ".");
            }
        }
        platform.layers()
                .forEach(mark -> plan.layers()
                        .get(mark)
                        .entries()
                        .forEach(entry -> source(entry)
                                .filter(artifacts::contains)
                                .ifPresent(source -> {
                                    sources.put("/" + entry.entry().path(), source);
                                    folders.add(folder("/" + entry.entry().path()));
                                })));
        file().ifPresentOrElse(this::compare, () -> {
            boolean startsNothing = plan.settings().text("kind").equals(Optional.of("base"));
            if (!artifacts.isEmpty() && !startsNothing) {
                fault("The image has no class path for its " + artifacts.size() + " artifacts.");
            }
        });
    }

    private void compare(String classpath) {
        List<String> items = Stream.of(classpath.split(":")).map(this::inImage).toList();
        List<Path> found =
                items.stream().filter(sources::containsKey).map(sources::get).toList();
        List<Path> wanted =
                platform.artifacts().stream().map(RecordedArtifact::source).toList();
        if (!found.equals(wanted)) {
            int same = 0;
            while (same < Math.min(found.size(), wanted.size())
                    && found.get(same).equals(wanted.get(same))) {
                same++;
            }
            String artifact = same < wanted.size()
                    ? platform.artifacts().get(same).coordinates() + " should be"
                    : "there should be nothing more";
            fault("The class path in the argument file is not that of Maven: as library " + (same + 1) + ", "
                    + Shown.text(artifact) + ", but there is "
                    + (same < found.size() ? Shown.quoted(found.get(same).getFileName()) : "nothing") + ".");
        }
        items.stream()
                .filter(item -> folders.contains(folder(item)) && !sources.containsKey(item))
                .forEach(item -> fault("The class path in the argument file names " + Shown.quoted(item)
                        + ", which is not in the image."));
    }

    /** Returns the content of the argument file that the plugin makes. */
    private Optional<String> file() {
        return argumentFile()
                .map(entry -> ((Content.OfBytes) entry.entry().content()).bytes())
                .map(bytes -> unquoted(new String(bytes, StandardCharsets.UTF_8)));
    }

    private Optional<KeyedEntry> argumentFile() {
        return entriesOf(layer -> true)
                .filter(entry -> entry.entry().path().endsWith("/classpath"))
                .filter(entry -> entry.entry().content() instanceof Content.OfBytes)
                .findFirst();
    }

    /** Returns where an item stands: links of the base above the application's root may lead elsewhere. */
    private String inImage(String item) {
        String root = plan.settings().text("appRoot").orElse("") + "/";
        return item.startsWith(root)
                ? folder("/" + argumentFile().orElseThrow().entry().path()) + item.substring(root.length() - 1)
                : item;
    }

    /** Reads an argument of the java launcher's argument files, in which a backslash stands before what is meant. */
    private static String unquoted(String text) {
        return text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
                : text;
    }

    private Stream<KeyedEntry> entriesOf(Predicate<String> layers) {
        return platform.layers().stream()
                .filter(mark -> layers.test(mark.name()))
                .flatMap((LayerMark mark) -> plan.layers().get(mark).entries().stream());
    }

    private static Optional<Path> source(KeyedEntry entry) {
        return entry.entry().content() instanceof Content.OfFile of ? Optional.of(of.file()) : Optional.empty();
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private void fault(String what) {
        check.fault("verify-class-path", what, "the image for " + platform.platform(), FIX);
    }
}
