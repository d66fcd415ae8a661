package dev.layered.history;

import dev.layered.failure.LayeredFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The commit that is checked out, read from the files of a git repository: it is known also in a shallow clone, and where
 * there is no program git.
 */
public final class GitHead {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String REF = "ref: ";

    /** A branch may be the name of another one, as HEAD is. */
    private static final int DEEPEST = 5;

    private final Path git;
    private final Path common;

    private GitHead(Path git) throws IOException {
        Path shared = git.resolve("commondir");
        this.git = git;
        this.common = Files.isRegularFile(shared) ? git.resolve(text(shared)) : git;
    }

    /**
     * Returns the commit of the repository that a folder lies in, in hexadecimal digits.
     *
     * @throws LayeredFailure {@code git-head} if the folder lies in no repository, or it has no commit, or keeps its
     *     branches in another form than files
     */
    public static String of(Path folder) {
        Path start = folder.toAbsolutePath().normalize();
        try {
            for (Path each = start; each != null; each = each.getParent()) {
                Path git = each.resolve(".git");
                if (Files.exists(git)) {
                    return new GitHead(directory(git))
                            .commit("HEAD", 0)
                            .orElseThrow(() -> unknown(git, "its branch has no commit that can be found in files"));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unknown(start, "the files of the repository cannot be read");
        }
        throw unknown(start, "it lies in no git repository");
    }

    /** Of a worktree or a submodule it is a file that names the folder. */
    private static Path directory(Path git) throws IOException {
        return Files.isDirectory(git) ? git : git.resolveSibling(text(git).replaceFirst("^gitdir: ", ""));
    }

    private Optional<String> commit(String ref, int depth) throws IOException {
        Optional<String> found = loose(ref);
        if (found.filter(text -> text.startsWith(REF)).isPresent() && depth < DEEPEST) {
            return commit(found.get().substring(REF.length()), depth + 1);
        }
        return found.filter(GitHead::isCommit);
    }

    private Optional<String> loose(String ref) throws IOException {
        for (Path folder : List.of(git, common)) {
            Path file = folder.resolve(ref);
            if (Files.isRegularFile(file)) {
                return Optional.of(text(file));
            }
        }
        return packed(ref);
    }

    private Optional<String> packed(String ref) throws IOException {
        Path packed = common.resolve("packed-refs");
        if (!Files.isRegularFile(packed)) {
            return Optional.empty();
        }
        return Files.readAllLines(packed).stream()
                .filter(line -> line.endsWith(" " + ref))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst();
    }

    private static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    private static LayeredFailure unknown(Path where, String reason) {
        return LayeredFailure.mistake(
                "git-head",
                "The commit that is checked out is not known: " + reason + ".",
                where.toString(),
                "write the revision itself, e.g. from a property that the build sets");
    }
}
