package dev.layered.maven;

import dev.layered.history.TreeFile;
import dev.layered.image.Digest;
import dev.layered.suggest.Piece;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files of a commit.
 *
 * @param files sorted
 */
record SourceTree(List<TreeFile> files) {

    /** Compiled and packed, sources of Java have about this part of their bytes. */
    private static final double COMPILED = 0.45;

    /** Returns what becomes of the sources of a module: a guess of its size, and a word for its content. */
    Piece code(String folder) {
        String prefix = (folder.isEmpty() ? "" : folder + "/") + "src/main/";
        List<TreeFile> sources =
                files.stream().filter(file -> file.path().startsWith(prefix)).toList();
        long bytes = sources.stream().mapToLong(TreeFile::bytes).sum();
        return new Piece(digest(sources).hex(), Math.round(COMPILED * bytes));
    }

    /** Returns a digest of names and contents. */
    static Digest digest(List<TreeFile> files) {
        StringBuilder all = new StringBuilder();
        files.forEach(
                file -> all.append(file.path()).append('\0').append(file.blob()).append('\n'));
        return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
