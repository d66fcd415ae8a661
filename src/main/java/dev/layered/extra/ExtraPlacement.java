package dev.layered.extra;

import dev.layered.extra.ExtraDirectory.Trait;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.folder.FolderListing;
import dev.layered.folder.FolderSearch;
import dev.layered.folder.FoundFile;
import dev.layered.folder.FoundFile.Kind;
import dev.layered.folder.IgnoreFile;
import dev.layered.folder.LinkRule;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.plan.FileNotes;
import dev.layered.plan.PlacedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Gives the files of extra directories their place, mode and owner. */
final class ExtraPlacement {

    private static final int LINK_MODE = 0777;

    private final ExtraDirectories extras;
    private final Path project;
    private final Path output;
    private final Mistakes mistakes;
    private final PathRules<ModeRule> modes;
    private final PathRules<OwnerRule> owners;
    private final List<PlacedFile> files = new ArrayList<>();
    private final Map<LayerEntry, Map<String, String>> facts = new HashMap<>();
    private final Map<List<?>, Map<String, String>> sharedFacts = new HashMap<>();
    private final Map<Path, String> ignored = new LinkedHashMap<>();

    ExtraPlacement(ExtraDirectories extras, Path project, Path output, Mistakes mistakes) {
        this.extras = extras;
        this.project = project;
        this.output = output.normalize();
        this.mistakes = mistakes;
        this.modes = new PathRules<>(extras.modes());
        this.owners = new PathRules<>(extras.owners());
    }

    /** Adds everything that is found in the directory and meant. */
    void add(ExtraDirectory directory, Consumer<Problem> missing) {
        if (!Files.isDirectory(directory.from())) {
            boolean isThere = Files.exists(directory.from());
            missing.accept(new Problem(
                    "extra-directory",
                    "The extra directory " + Shown.quoted(ExtraSettings.name(directory.from(), project))
                            + (isThere ? " is no folder." : " does not exist."),
                    directory.place(),
                    isThere
                            ? "name the folder that it is in, and the file in <includes>"
                            : "correct it, or make the folder " + Shown.quoted(directory.from())));
            return;
        }
        LinkRule links = directory.traits().contains(Trait.FOLLOW_LINKS) ? LinkRule.FOLLOW_IN_PROJECT : LinkRule.KEEP;
        Optional<IgnoreFile> ignore = mistakes.collect(() -> IgnoreFile.in(project));
        if (ignore.isEmpty()) {
            return;
        }
        FolderListing listing = FolderListing.of(
                new FolderSearch(directory.from(), project, links, directory.filter(), ignore.get(), true), mistakes);
        listing.files().stream()
                .filter(found -> !found.file().startsWith(output)) // an image in itself would be another each time
                .forEach(found -> add(found, directory));
        ignored.putAll(listing.ignored());
    }

    private void add(FoundFile found, ExtraDirectory directory) {
        String name = ExtraSettings.name(directory.from(), project) + ", " + directory.place();
        boolean overrides = directory.traits().contains(Trait.OVERRIDE);
        Source source = new Source(directory.layer(), overrides, "extra directory", name);
        boolean isExecutable = found.kind() == Kind.FOLDER || found.isExecutable();
        place(
                directory.into() + "/" + found.path(),
                content(found),
                isExecutable,
                found.file().toString(),
                source);
    }

    /** Adds a link that the user declares. */
    void add(ExtraLink link) {
        Source source = new Source(ExtraDirectories.LAYER, false, "declared in", link.place());
        place(link.path(), new Content.Link(link.target()), false, link.place(), source);
    }

    private static Content content(FoundFile found) {
        return switch (found.kind()) {
            case FILE -> new Content.OfFile(found.file());
            case FOLDER -> new Content.Directory();
            case LINK -> new Content.Link(found.target());
        };
    }

    private void place(String path, Content content, boolean isExecutable, String from, Source source) {
        boolean isLink = content instanceof Content.Link;
        Optional<ModeRule> mode = isLink ? Optional.empty() : modes.of(path);
        Optional<OwnerRule> owner = owners.of(path);
        int usual = isLink ? LINK_MODE : isExecutable ? 0755 : 0644;
        Supplier<LayerEntry> reader = () -> new LayerEntry(
                path.substring(1),
                content,
                mode.map(ModeRule::mode).orElse(usual),
                owner.map(OwnerRule::uid).orElse(0L),
                owner.map(OwnerRule::gid).orElse(0L),
                LayerEntry.DEFAULT_TIME);
        mistakes.read(Shown.text(from), reader).ifPresent(entry -> {
            files.add(new PlacedFile(source.layer(), entry, from, source.overrides()));
            facts.put(
                    entry,
                    sharedFacts.computeIfAbsent(
                            List.of(source, content.getClass(), entry.mode(), mode, owner),
                            key -> facts(source, entry, mode, owner)));
        });
    }

    private static Map<String, String> facts(
            Source source, LayerEntry entry, Optional<ModeRule> mode, Optional<OwnerRule> owner) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(source.label(), source.name());
        if (!(entry.content() instanceof Content.Link)) {
            boolean isFile = entry.content() instanceof Content.OfFile;
            String otherwise = isFile ? "by the right of its owner to execute it here" : "as of any folder";
            facts.put("mode", PathRules.fact(ModeRule.text(entry.mode()), mode, otherwise));
        }
        facts.put("owner", PathRules.fact(entry.uid() + ":" + entry.gid(), owner, "as no rule says another"));
        return facts;
    }

    /** Returns what was placed, and the notes about it; {@code more} is what other folders of the project leave out. */
    PlacedExtras placed(Map<Path, String> more) {
        ignored.putAll(more);
        List<Problem> warnings = new ArrayList<>(modes.unused());
        warnings.addAll(owners.unused());
        return new PlacedExtras(
                files,
                new FileNotes(ExtraSettings.of(extras, project), facts, ignored, List.copyOf(warnings), Map.of()));
    }

    /** Where files come from: what is equal for all files of one extra directory. */
    private record Source(String layer, boolean overrides, String label, String name) {}
}
