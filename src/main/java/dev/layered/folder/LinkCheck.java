package dev.layered.folder;

import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Notes the links of a folder that lead where they must not. */
final class LinkCheck {

    private final FolderSearch search;
    private final Mistakes mistakes;

    LinkCheck(FolderSearch search, Mistakes mistakes) {
        this.search = search;
        this.mistakes = mistakes;
    }

    /** Returns the target of a link that stays one, as written; empty where that is a mistake. */
    Optional<String> kept(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        if (target.isAbsolute()) {
            if (target.normalize().startsWith(search.project())) {
                outside(
                        link,
                        target,
                        "into the project's folder on this machine, which no image has",
                        "let it point" + " to a path of the image, or set <followLinks>true</followLinks>");
                return Optional.empty();
            }
            return Optional.of(PathText.of(target));
        }
        Path reached = search.folder().relativize(link.resolveSibling(target)).normalize();
        if (reached.startsWith("..")) {
            outside(
                    link,
                    target,
                    "out of the folder " + Shown.quoted(search.folder()),
                    "let it point to something in" + " that folder, or write the absolute path in the image");
            return Optional.empty();
        }
        return Optional.of(PathText.of(target));
    }

    /**
     * Returns where a link that is followed ends; empty where that is a mistake.
     *
     * @param around the folders that the search is in, from the first one on, without links
     */
    Optional<Path> followed(Path link, List<Path> around) throws IOException {
        Path target = Files.readSymbolicLink(link);
        Path end;
        try {
            end = link.toRealPath();
        } catch (NoSuchFileException e) {
            note("link-dangling", link, target, "to nothing", "make what it points to, or remove the link");
            return Optional.empty();
        } catch (IOException e) {
            circle(link, target);
            return Optional.empty();
        }
        if (search.links() == LinkRule.FOLLOW_IN_PROJECT
                && !end.startsWith(search.project().toRealPath())) {
            outside(
                    link,
                    target,
                    "out of the project's folder " + Shown.quoted(search.project()),
                    "copy what it points" + " to into the project");
            return Optional.empty();
        }
        if (around.stream().anyMatch(folder -> folder.startsWith(end))) {
            circle(link, target);
            return Optional.empty();
        }
        return Optional.of(end);
    }

    private void circle(Path link, Path target) {
        note("link-circle", link, target, "in a circle", "remove the link, or let it point to something else");
    }

    private void outside(Path link, Path target, String where, String fix) {
        note("link-outside", link, target, where, fix);
    }

    private void note(String id, Path link, Path target, String where, String fix) {
        String what = "The link " + Shown.quoted(link) + " to " + Shown.quoted(target) + " leads " + where + ".";
        mistakes.add(new Problem(id, what, Shown.text(link.toString()), fix));
    }
}
