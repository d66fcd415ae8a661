package dev.layered.real;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a git repository of a folder, commit by commit. */
public final class GitHistory {

    private static final Map<String, String> WHO = Map.of(
            "GIT_AUTHOR_NAME", "Nobody",
            "GIT_AUTHOR_EMAIL", "nobody@example.com",
            "GIT_COMMITTER_NAME", "Nobody",
            "GIT_COMMITTER_EMAIL", "nobody@example.com",
            "GIT_CONFIG_GLOBAL", "/dev/null");

    private final Path folder;

    private GitHistory(Path folder) {
        this.folder = folder;
    }

    /** Begins a repository without a commit. */
    public static GitHistory begin(Path folder) throws IOException {
        GitHistory history = new GitHistory(folder);
        history.git("init", "-q", "-b", "main");
        return history;
    }

    /** Clones only the last commit of a repository. */
    public static void cloneShallow(Path from, Path to) throws IOException {
        new GitHistory(from.getParent())
                .git("clone", "-q", "--depth", "1", from.toUri().toString(), to.toString());
    }

    /** Commits all that is in the folder. */
    public void commit(String message) throws IOException {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }

    /** Runs git in the folder; returns what it prints. */
    public String git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return ToolRun.of(folder, 60, WHO, command);
    }
}
