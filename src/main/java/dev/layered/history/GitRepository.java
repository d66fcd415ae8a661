package dev.layered.history;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A git repository, for reading; nothing is checked out. */
public final class GitRepository {

    private static final String[] QUESTIONS = {"rev-parse", "--show-toplevel", "--is-shallow-repository"};

    private final GitRun git;

    private GitRepository(GitRun git) {
        this.git = git;
    }

    /**
     * Returns the repository that a folder lies in.
     *
     * @throws LayeredFailure {@code git-none} if there is no git, {@code git-failed} if the folder lies in no repository
     *     or git refuses it, {@code git-shallow} if the repository holds only the end of its history
     */
    public static GitRepository around(Path folder) {
        return around(folder, "git");
    }

    /** Does the same with another program in place of git. */
    static GitRepository around(Path folder, String program) {
        List<String> answer = new GitRun(program, folder).lines(QUESTIONS);
        GitRun git = new GitRun(program, Path.of(answer.get(0)));
        if (answer.get(1).equals("true")) {
            throw LayeredFailure.mistake(
                    "git-shallow",
                    "The repository is a shallow clone: what came before was not fetched.",
                    git.folder().toString(),
                    "run git fetch --unshallow, in CI fetch all, such as fetch-depth: 0; " + GitRun.FIX);
        }
        return new GitRepository(git);
    }

    /** Returns the folder of the repository's top. */
    public Path top() {
        return git.folder();
    }

    /**
     * Returns the last commits in which one of these files became another, the oldest first. What was merged counts as
     * the one commit that merged it.
     *
     * @param patterns of paths from the top, in git's glob form
     * @param most commits, at least 1
     */
    public List<Commit> commits(Collection<String> patterns, int most) {
        List<String> arguments = new ArrayList<>(
                List.of("log", "--first-parent", "-n", String.valueOf(most), "--format=%H%x09%cs%x09%s"));
        arguments.add("--");
        patterns.forEach(pattern -> arguments.add(":(top,glob)" + pattern));
        List<Commit> commits = git.lines(arguments.toArray(String[]::new)).stream()
                .map(line -> line.split("\t", 3))
                .map(parts -> new Commit(parts[0], parts[1], parts[2]))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(commits);
        return commits;
    }

    /** Returns the regular files of a commit, sorted as git does. */
    public List<TreeFile> files(Commit commit) {
        byte[] listed = git.output(new byte[0], "ls-tree", "-r", "-l", "-z", "--full-tree", commit.id());
        List<TreeFile> files = new ArrayList<>();
        for (String line : new String(listed, StandardCharsets.UTF_8).split("\0")) {
            int tab = line.indexOf('\t');
            String[] facts = line.substring(0, Math.max(0, tab)).split(" +");
            if (facts.length == 4 && facts[0].startsWith("100")) {
                files.add(new TreeFile(line.substring(tab + 1), facts[2], Long.parseLong(facts[3])));
            }
        }
        return files;
    }

    /**
     * Returns the contents of files.
     *
     * @throws LayeredFailure {@code git-failed} if one is not there
     */
    public Map<TreeFile, byte[]> contents(Collection<TreeFile> files) {
        String asked = files.stream().map(file -> file.blob() + "\n").collect(Collectors.joining());
        byte[] answer = git.output(asked.getBytes(StandardCharsets.UTF_8), "cat-file", "--batch");
        Map<TreeFile, byte[]> contents = new LinkedHashMap<>();
        int at = 0;
        for (TreeFile file : files) {
            String head = file.blob() + " blob " + file.bytes() + "\n";
            int start = at + head.length();
            int end = start + Math.toIntExact(file.bytes());
            if (end > answer.length || !new String(answer, at, head.length(), StandardCharsets.UTF_8).equals(head)) {
                throw LayeredFailure.outside(
                        new Problem(
                                "git-failed",
                                "git cat-file does not tell the history: it lacks " + file.path() + ".",
                                top().toString(),
                                "run git fsck, or fetch what is missing; " + GitRun.FIX),
                        null);
            }
            contents.put(file, Arrays.copyOfRange(answer, start, end));
            at = end + 1;
        }
        return contents;
    }
}
